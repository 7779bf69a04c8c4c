// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "ui/dialogs/writechoicedialog.h"

namespace pilothouse {

void whenWritable(Panel &panel, const std::function<void()> &next)
{
    EnvService *env = &panel.session().env();
    const QList<EnvWriteQuestion> questions = env->writeQuestions();
    if (questions.isEmpty()) {
        next();
        return;
    }
    if (panel.window().findChild<WriteChoiceDialog *>())
        return; // it is being asked
    auto *dialog = new WriteChoiceDialog(questions, &panel.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &panel, [env, dialog, next] {
        const EnvWriteStyles styles = dialog->styles();
        for (auto style = styles.constBegin(); style != styles.constEnd(); ++style)
            env->writeAs(style.key(), *style);
        next();
    });
    dialog->open();
}

} // namespace pilothouse
