// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/trustdialog.h"

#include "ui/widgets/controls.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

/// A line break or an invisible character in an argument must not look like something else.
QString visibleText(const QString &text)
{
    QString result;
    for (const QChar character : text) {
        const QChar::Category category = character.category();
        const bool hidden = category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
        result += hidden ? QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0')) : QString(character);
    }
    return result;
}

QString environmentLine(const LaunchArgument &entry)
{
    if (!entry.secret)
        return visibleText(entry.text);
    return visibleText(entry.text.section(QLatin1Char('='), 0, 0)) + QLatin1Char('=') + QString(12, QChar(0x2022));
}

} // namespace

QString launchText(const LaunchSpec &spec)
{
    const QString address = visibleText(spec.endpoint.text());
    if (spec.program.isEmpty())
        return TrustDialog::tr("Address") + QStringLiteral("\n  ") + address;
    QStringList lines{ TrustDialog::tr("Program"), QStringLiteral("  ") + visibleText(spec.program) };
    lines << TrustDialog::tr("Arguments");
    for (const LaunchArgument &argument : spec.arguments)
        lines << QStringLiteral("  ") + (argument.secret ? QString(12, QChar(0x2022)) : visibleText(argument.text));
    if (spec.arguments.isEmpty())
        lines << QStringLiteral("  ") + TrustDialog::tr("none");
    lines << TrustDialog::tr("Environment, added to a minimal one");
    for (const LaunchArgument &entry : spec.environment)
        lines << QStringLiteral("  ") + environmentLine(entry);
    if (spec.environment.isEmpty())
        lines << QStringLiteral("  ") + TrustDialog::tr("none");
    lines << TrustDialog::tr("Folder") << QStringLiteral("  ") + visibleText(spec.workingFolder);
    lines << TrustDialog::tr("Address") << QStringLiteral("  ") + address;
    return lines.join(QLatin1Char('\n'));
}

TrustDialog::TrustDialog(const LaunchSpec &spec, QWidget *parent) : DialogFrame(parent)
{
    setHeadIcon(QStringLiteral("warn"), Tone::Warn);
    const bool runs = !spec.program.isEmpty();
    setHeadline(runs ? tr("Run the program that this deployment names?") : tr("Use the address that this deployment names?"),
        runs ? tr("The command below comes from the deployment’s own files, not from Pilothouse.")
             : tr("The address below comes from the deployment’s own files, not from Pilothouse."));
    auto *text = new QPlainTextEdit(launchText(spec));
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFont(typeFont(TypeRole::Mono));
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setAccessibleName(runs ? tr("What would run") : tr("Where it would ask"));
    body()->addWidget(text, 1);
    QLabel *note = makeLabel(runs
            ? tr("It runs with your rights and can read and change your files. You are asked again only when it changes.")
            : tr("Questions and the key of this deployment are sent there. You are asked again only when it changes."),
        TypeRole::Secondary, Tone::Text2);
    note->setWordWrap(true);
    body()->addWidget(note);
    QPushButton *cancel = makeButton(runs ? tr("Do not run") : tr("Do not use"));
    QPushButton *run = runs ? makeButton(tr("Trust and run"), QStringLiteral("start"), ButtonKind::Primary)
                            : makeButton(tr("Trust and use"), QStringLiteral("check"), ButtonKind::Primary);
    run->setObjectName(QStringLiteral("trust"));
    addFootRight(cancel);
    addFootRight(run);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(run, &QPushButton::clicked, this, &QDialog::accept);
    resize(640, 460);
}

} // namespace pilothouse
