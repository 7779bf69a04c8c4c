// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>
#include <QStringList>

namespace pilothouse {

enum class ProblemLevel { Info, Warning, Error };

/// A one-click remedy: sets values (and removes keys) in the document, undoable like any edit; or closes the file itself.
struct ProblemFix
{
    QString label; ///< button text, "Use smollm2:135m"
    QList<QPair<QString, QString>> setValues;
    QStringList unsetKeys;
    bool tightensRights = false; ///< takes the rights of group and others from the file, at once
    bool operator==(const ProblemFix &) const = default;
};

/// One finding of the rules; `id` is fixed by the specification ("range.LLM_TEMPERATURE", "model.mismatch").
struct Problem
{
    QString id;
    ProblemLevel level = ProblemLevel::Error;
    QString key;  ///< empty for findings about the file
    int line = 0; ///< 1-based; 0 when the key is absent
    QString message;
    QList<ProblemFix> fixes;
    bool operator==(const Problem &) const = default;
};

QString problemLevelName(ProblemLevel level); ///< "info", "warning", "error"

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::Problem)
