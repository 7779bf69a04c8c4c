// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/preferencesdialog.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/segmentedswitch.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

PreferencesDialog::PreferencesDialog(const Preferences &preferences, QWidget *parent)
    : DialogFrame(parent), m_preferences(preferences), m_theme(new SegmentedSwitch), m_language(new QComboBox),
      m_closing(new QComboBox)
{
    setHeadline(tr("Preferences"), tr("Changes take effect at once."));
    body()->setContentsMargins(24, 4, 24, 4);
    body()->setSpacing(0);
    addRow(tr("Theme"), tr("System follows the desktop"), m_theme);
    addRow(tr("Language"), tr("of the window; values in .env stay as they are"), m_language);
    addRow(tr("On closing, provider running"), tr("what happens to the provider"), m_closing);
    body()->addStretch(1);
    fill();
    connectControls();
    QPushButton *close = makeButton(tr("Close"));
    close->setDefault(true);
    addFootRight(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(520, sizeHint().height());
}

void PreferencesDialog::addRow(const QString &label, const QString &consequence, QWidget *control)
{
    if (body()->count() > 0)
        body()->addWidget(new Hairline);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 9, 0, 9);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeLabel(label));
    texts->addWidget(makeLabel(consequence, TypeRole::Caption, Tone::Text2));
    row->addLayout(texts, 1);
    row->addWidget(control);
    body()->addLayout(row);
    control->setAccessibleName(label);
    control->setAccessibleDescription(consequence);
}

void PreferencesDialog::fill()
{
    for (const QString &text : { tr("System"), tr("Light"), tr("Dark") })
        m_theme->addSegment(text);
    m_theme->setCurrent(int(m_preferences.theme));
    m_language->addItems({ tr("System"), QStringLiteral("English"), QStringLiteral("Русский") }); // order of LanguageChoice
    m_language->setCurrentIndex(int(m_preferences.language));
    m_closing->addItem(tr("Ask every time"));
    m_closing->addItem(tr("Keep it running"));
    m_closing->addItem(tr("Stop it"));
    m_closing->setCurrentIndex(int(m_preferences.onClosing));
    for (QWidget *control : { static_cast<QWidget *>(m_language), static_cast<QWidget *>(m_closing) })
        control->setFixedWidth(178);
}

void PreferencesDialog::connectControls()
{
    connect(m_theme, &SegmentedSwitch::currentChanged, this, [this](int index) {
        Preferences next = m_preferences;
        next.theme = ThemeChoice(index);
        change(next);
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this](int index) {
        Preferences next = m_preferences;
        next.language = LanguageChoice(index);
        change(next);
    });
    connect(m_closing, &QComboBox::currentIndexChanged, this, [this](int index) {
        Preferences next = m_preferences;
        next.onClosing = OnCloseChoice(index);
        change(next);
    });
}

void PreferencesDialog::change(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    Q_EMIT preferencesChanged(m_preferences);
}

} // namespace pilothouse
