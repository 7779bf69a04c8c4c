// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/modelname.h"

#include <QRegularExpression>

namespace pilothouse {

namespace {

QString ollamaForm(const QString &text)
{
    QString form = text.toLower();
    for (const QLatin1String prefix : {QLatin1String("registry.ollama.ai/"), QLatin1String("library/")}) {
        if (form.startsWith(prefix))
            form.remove(0, prefix.size());
    }
    const qsizetype lastSlash = form.lastIndexOf(u'/');
    if (form.indexOf(u':', lastSlash + 1) < 0)
        form += QLatin1String(":latest");
    return form;
}

} // namespace

bool ModelName::looksLikeOllamaTag() const
{
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*:[A-Za-z0-9_][A-Za-z0-9_.-]*$"));
    return tag.match(m_text).hasMatch();
}

bool ModelName::looksLikeHuggingFaceId() const
{
    static const QRegularExpression id(QStringLiteral("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$"));
    return id.match(m_text).hasMatch();
}

bool ModelName::matches(const ModelName &other) const
{
    return m_text == other.m_text || (!isEmpty() && !other.isEmpty() && ollamaForm(m_text) == ollamaForm(other.m_text));
}

} // namespace pilothouse
