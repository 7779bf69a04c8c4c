// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/widgets/controls.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace pilothouse {

AboutDialog::AboutDialog(QWidget *parent) : DialogFrame(parent)
{
    setHeadIcon(QStringLiteral("helm"), Tone::Accent);
    setHeadline(tr("Pilothouse"), tr("Control panel for local LLM providers"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    const QList<QPair<QString, QString>> lines{
        { tr("Version"), QStringLiteral(PILOTHOUSE_VERSION) },
        { tr("Licence"), tr("GNU General Public License, version 3 or later. There is no warranty.") },
        { tr("Libraries"), tr("Qt %1: Core, Network, Widgets, Charts (GPL 3), Svg").arg(QString::fromLatin1(qVersion())) },
        { tr("System"), QSysInfo::prettyProductName() },
    };
    for (const auto &[name, value] : lines) {
        const int row = grid->rowCount();
        QLabel *text = makeLabel(value);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(makeLabel(name, TypeRole::Body, Tone::Text2), row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
    }
    body()->addLayout(grid);
    body()->addStretch(1);
    QPushButton *close = makeButton(tr("Close"));
    close->setDefault(true);
    addFootRight(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(460, sizeHint().height());
}

} // namespace pilothouse
