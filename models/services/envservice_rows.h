// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formrows.h"
#include "models/env/envdocument_lines.h"
#include "models/env/rules.h"
#include "models/services/envservice_edits.h"
#include "models/services/envtrace.h"

#include <QHash>

#include <vector>

namespace pilothouse {

struct EnvFormInput;

/// The rows of the form as places in two documents: what the file holds and what it would hold. Known variables in schema
/// order, then other keys in file order (those that are only comments where they stand), then removed ones, then rejected ones.
class EnvRows : public FormRowSource
{
public:
    EnvRows(const EnvFormInput &input, const EnvTrace &trace);
    /// The last step before the rows are shown: findings go to the rows of their keys.
    void setProblems(const QList<Problem> &problems);
    const std::vector<qint32> &changed() const { return m_changed; } ///< indices in order

    qsizetype size() const override { return qsizetype(m_slots.size()); }
    qsizetype knownCount() const override { return m_specs.size(); }
    FormRow row(qsizetype index) const override;
    QString key(qsizetype index) const override;
    qsizetype indexOf(const QString &name) const override;
    qsizetype onLine(int line) const override;
    QList<int> notable() const override;

private:
    static constexpr qint32 none = -1;
    struct Slot
    {
        qint32 now = none; ///< index of the entry in m_current
        qint32 before = none; ///< in m_saved
        qint32 commented = none; ///< index in m_commented
        qint32 name = none; ///< index in m_names: known variables, and rejected keys of neither document
        bool hiddenComment = false; ///< one of its commented lines is secret
    };
    void addDocuments();
    void addCommented();
    void findChanges();
    bool isChanged(const Slot &slot) const;
    QByteArrayView bytesOf(const Slot &slot) const;
    int lineOf(const Slot &slot) const { return slot.now < 0 ? 0 : m_current.entries()[size_t(slot.now)].line; }
    int commentedLineOf(const Slot &slot) const { return slot.commented < 0 ? 0 : m_commented[size_t(slot.commented)].line; }
    QString text(qint32 from, qint32 to) const;

    QList<VariableSpec> m_specs;
    EnvDocument m_current;
    EnvDocument m_saved;
    EnvSecrets m_secrets;
    QMap<QString, RejectedEdit> m_rejected;
    QList<QByteArray> m_names;
    EnvTrace m_trace;
    LlmMode m_mode;
    std::vector<CommentedKey> m_commented;
    std::vector<Slot> m_slots; ///< the first ones are m_specs
    std::vector<qint32> m_changed;
    QHash<QString, QList<Problem>> m_problems; ///< by key
    QList<int> m_notable;
};

} // namespace pilothouse
