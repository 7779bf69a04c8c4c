// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/rules.h"
#include "models/env/secretkeys.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>

#include <sys/stat.h>

namespace pilothouse {

namespace {

Problem warning(const char *id, int line, const QString &message, const QString &key = {})
{
    Problem problem;
    problem.id = QString::fromLatin1(id);
    problem.level = ProblemLevel::Warning;
    problem.key = key;
    problem.line = line;
    problem.message = message;
    return problem;
}

void checkDuplicates(const EnvDocument &document, QList<Problem> &problems)
{
    QSet<QByteArrayView> seen;
    seen.reserve(static_cast<qsizetype>(document.entries().size()));
    qsizetype assigned = 0;
    for (const EnvEntry &entry : document.entries()) {
        assigned += entry.assigned ? 1 : 0;
        if (entry.assigned)
            seen.insert(document.keyOf(entry));
    }
    if (seen.size() == assigned)
        return;
    QHash<QByteArrayView, QList<const EnvEntry *>> byKey;
    byKey.reserve(seen.size());
    for (const EnvEntry &entry : document.entries()) {
        if (entry.assigned)
            byKey[document.keyOf(entry)] << &entry;
    }
    for (const EnvEntry &entry : document.entries()) {
        const auto found = byKey.constFind(document.keyOf(entry));
        if (found == byKey.constEnd() || found->size() < 2 || found->last() != &entry)
            continue;
        QStringList lines;
        for (const EnvEntry *each : *found)
            lines << QString::number(each->line);
        const QString key = QString::fromUtf8(document.keyOf(entry));
        Problem problem = warning("key.duplicate", entry.line,
            QCoreApplication::translate("Rules", "%1 is set more than once (lines %2); line %3 counts.")
                .arg(key, lines.join(QStringLiteral(", ")), lines.last()),
            key);
        ProblemFix fix; // set and removed at once: only the last line stays
        fix.label = QCoreApplication::translate("Rules", "Keep only line %1").arg(entry.line);
        fix.setValues << qMakePair(key, QString::fromUtf8(document.valueOf(entry)));
        fix.unsetKeys << key;
        problem.fixes << fix;
        problems << problem;
    }
}

void checkSyntax(const EnvDocument &document, QList<Problem> &problems)
{
    for (const int line : document.strangeLines()) {
        problems << warning("syntax.not-an-assignment", line,
            QCoreApplication::translate(
                "Rules", "Line %1 is neither KEY=value nor a comment; some programs refuse the whole file for it.")
                .arg(line));
    }
    for (const EnvEntry &entry : document.entries()) {
        if (!entry.unterminated && !entry.textAfterQuote)
            continue;
        const QString key = QString::fromUtf8(document.keyOf(entry));
        if (entry.unterminated) {
            Problem problem = warning("syntax.unterminated-quote", entry.line,
                QCoreApplication::translate("Rules", "The quote opened in line %1 is never closed.").arg(entry.line), key);
            const QString bare = QString::fromUtf8(document.rawValueOf(entry).sliced(1));
            problem.fixes << ProblemFix{ QCoreApplication::translate("Rules", "Close the quote"), { qMakePair(key, bare) }, {} };
            problems << problem;
        }
        if (entry.textAfterQuote) {
            problems << warning("syntax.text-after-quote", entry.line,
                QCoreApplication::translate("Rules", "Line %1 goes on after the closing quote; programs read that differently.")
                    .arg(entry.line),
                key);
        }
    }
}

void checkBytes(const EnvDocument &document, QList<Problem> &problems)
{
    const QByteArray &bytes = document.bytes();
    const auto lineAt = [&](qsizetype offset) { return static_cast<int>(bytes.first(offset).count('\n')) + 1; };
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) {
        problems << warning("syntax.nul", lineAt(nul),
            QCoreApplication::translate("Rules", "The file holds a NUL byte in line %1; it is not text.").arg(lineAt(nul)));
    }
    if (bytes.isValidUtf8())
        return;
    qsizetype from = 0;
    for (int line = 1; from < bytes.size(); ++line) {
        const qsizetype lf = bytes.indexOf('\n', from);
        const qsizetype end = lf < 0 ? bytes.size() : lf;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder.decode(QByteArrayView(bytes).sliced(from, end - from));
        Q_UNUSED(text)
        if (decoder.hasError()) {
            problems << warning("syntax.not-utf8", line,
                QCoreApplication::translate("Rules", "Line %1 is not UTF-8; python-dotenv refuses the whole file for it.")
                    .arg(line));
            return; // one is enough to say it
        }
        from = end + 1;
    }
}

void checkRights(const EnvDocument &document, const EnvFileFacts &facts, QList<Problem> &problems)
{
    if (facts.links > 1) {
        problems << warning("file.hard-link", 0,
            QCoreApplication::translate(
                "Rules", "The file has another name (hard link); after a save that name keeps the old content."));
    }
    if ((facts.mode & (S_IRGRP | S_IROTH)) == 0)
        return;
    for (const EnvEntry &entry : document.entries()) {
        const QString key = QString::fromUtf8(document.keyOf(entry));
        const bool named = isSecretName(key) && document.rawValueOf(entry).size() > (entry.quote == EnvQuote::None ? 0 : 2);
        if (named || isSecretValue(QString::fromUtf8(document.rawValueOf(entry)))) {
            Problem problem = warning("permissions.open", entry.line,
                QCoreApplication::translate(
                    "Rules", "The file holds a secret (%1) and other users can read it; “chmod 600” closes it.")
                    .arg(key),
                key);
            ProblemFix fix;
            fix.label = QCoreApplication::translate("Rules", "Close the file to other users (chmod 600)");
            fix.tightensRights = true;
            problem.fixes << fix;
            problems << problem;
            return;
        }
    }
}

} // namespace

QList<Problem> checkFile(const EnvDocument &document, const EnvFileFacts &facts)
{
    QList<Problem> problems;
    checkDuplicates(document, problems);
    checkSyntax(document, problems);
    checkBytes(document, problems);
    checkRights(document, facts, problems);
    return problems;
}

} // namespace pilothouse
