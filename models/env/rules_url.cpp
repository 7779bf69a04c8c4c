// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/rulescontext.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QUrl>

namespace pilothouse {

namespace {

const QString urlKey = QStringLiteral("LLM_VLLM_URL");

bool isHttp(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

QString withV1(QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    return text.endsWith(QLatin1String("/v1")) ? text : text + QLatin1String("/v1");
}

/// A name without a dot resolves only where compose gives it meaning, unless it is this machine.
bool isContainerName(const QString &host)
{
    return !host.contains(u'.') && !host.contains(u':') && host != QLatin1String("localhost")
        && host.compare(QSysInfo::machineHostName(), Qt::CaseInsensitive) != 0;
}

} // namespace

void checkUrl(RulesContext &context)
{
    const bool vllm = modeOf(context.document, context.schema) == LlmMode::Vllm;
    const QString text = context.text(urlKey).value_or(QString());
    if (text.trimmed().isEmpty()) {
        if (vllm) {
            Problem &problem = context.add(QStringLiteral("url.required"), ProblemLevel::Error, urlKey,
                QCoreApplication::translate("Rules", "vLLM address is missing; the backend needs it in the mode vllm."));
            problem.fixes << useFix(urlKey, context.schema.defaultValue(urlKey));
        }
        return;
    }
    if (context.isReference(urlKey))
        return;
    const QUrl url(text, QUrl::StrictMode);
    if (!isHttp(url)) {
        Problem &problem = context.add(QStringLiteral("url.invalid"), ProblemLevel::Error, urlKey,
            QCoreApplication::translate("Rules", "vLLM address must be an http or https address with a host; it is “%1”.")
                .arg(text));
        const QString guess = QStringLiteral("http://") + text;
        if (!text.contains(QLatin1String("://")) && isHttp(QUrl(guess, QUrl::StrictMode)))
            problem.fixes << useFix(urlKey, withV1(guess));
        return;
    }
    if (!url.path().endsWith(QLatin1String("/v1"))) {
        Problem &problem = context.add(QStringLiteral("url.no-v1"), ProblemLevel::Warning, urlKey,
            QCoreApplication::translate("Rules", "vLLM address must end in /v1, or requests get “404 Not Found”."));
        if (!url.hasQuery() && !url.hasFragment())
            problem.fixes << useFix(urlKey, withV1(text));
    }
    if (vllm && isContainerName(url.host())) {
        context.add(QStringLiteral("url.container-only"), ProblemLevel::Info, urlKey,
            QCoreApplication::translate(
                "Rules", "“%1” is known only inside the compose network; from here the published port is used.")
                .arg(url.host()));
    }
}

} // namespace pilothouse
