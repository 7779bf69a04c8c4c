// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envconflict.h"

#include <QObject>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace pilothouse {

class ElidedLabel;
class IconLabel;
class ValueChoice;

/// What the operator decided about one key. value: a third one, typed; then choice is Mine.
struct ConflictDecision
{
    QString key;
    ConflictChoice choice = ConflictChoice::Mine;
    std::optional<QString> value;
    bool operator==(const ConflictDecision &) const = default;
};

/// One key that both sides changed: its widgets in a row of a grid, nothing chosen at first. A secret's values are dots until
/// Show, for 10 s.
class ConflictRow : public QObject
{
    Q_OBJECT
public:
    static constexpr int columns = 6; ///< key, before, mine, theirs, result, mark

    ConflictRow(const EnvConflict &conflict, QGridLayout *grid, int row, QObject *parent);

    const EnvConflict &conflict() const { return m_conflict; }
    std::optional<ConflictDecision> decision() const;
    void decide(const ConflictDecision &decision);
    void choose(ConflictChoice choice);
    void takeFocus();

Q_SIGNALS:
    void decided();

private:
    void makeKey(QGridLayout *grid, int row);
    void typed(const QString &text);
    void showValues();
    void showDecision();
    void reveal(bool plain);
    bool isMasked() const { return m_conflict.secret && !m_plain; }

    EnvConflict m_conflict;
    std::optional<ConflictDecision> m_decision;
    bool m_plain = false;
    QLabel *m_caption = nullptr;
    ElidedLabel *m_before;
    ValueChoice *m_mine;
    ValueChoice *m_theirs;
    QLineEdit *m_result;
    IconLabel *m_mark;
    QPushButton *m_show = nullptr;
    QTimer *m_hide;
};

/// How a value stands in a table: "no line" where the key is not set, dots for a secret, line breaks as \n.
QString valueText(const std::optional<QString> &value, bool masked);

} // namespace pilothouse
