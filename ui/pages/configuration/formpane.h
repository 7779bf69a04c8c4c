// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"

#include <QHash>
#include <QMap>
#include <QScrollArea>
#include <QSet>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pilothouse {

class GroupHeader;
class KeyRow;

/// The rows in their groups. A new state changes rows in place; a row under the cursor is never hidden or replaced.
class FormPane : public QScrollArea
{
    Q_OBJECT
public:
    enum class Filter { All, Problems, Changed };
    explicit FormPane(QWidget *parent = nullptr);

    void setState(const FormState &state);
    void setRunningValues(const QMap<QString, QString> &values);
    void setModelSuggestions(const QStringList &models);
    void setFilter(Filter filter);
    void setFind(const QString &text);
    bool focusKey(const QString &key); ///< unfolds and scrolls as needed
    void showKey(const QString &key); ///< scrolls to its row, when there is one; the focus stays where it is
    KeyRow *row(const QString &key) const { return m_rows.value(key); }

    static bool hasProblem(const FormRow &row); ///< a warning or an error

Q_SIGNALS:
    void valueEdited(const QString &key, const QString &value);
    void unsetRequested(const QString &key);
    void resetRequested(const QString &key);
    void fixRequested(const ProblemFix &fix);
    void rowFocused(const QString &key);
    void addKeyRequested();
    void renameRequested(const QString &key);
    void commentOutRequested(const QString &key);
    void uncommentRequested(const QString &key);
    void undoRequested();
    void redoRequested();
    void showAllRequested();

private:
    struct Section
    {
        GroupHeader *header = nullptr;
        QWidget *body = nullptr;
        QVBoxLayout *rows = nullptr;
        std::optional<bool> folded; ///< the operator's choice; otherwise by mode
    };
    struct Tally
    {
        int count = 0;
        int shown = 0;
        int placed = 0;
        bool used = false;
    };

    void refresh();
    void dropGoneRows();
    void growNearTheEnd();
    void makeReach(const QString &key);
    Section &section(const QString &group);
    KeyRow *makeRow(const FormRow &row, Section &target);
    void placeRow(const FormRow &row, Section &target, Tally &tally);
    void showSection(const QString &group, Section &target, const Tally &tally);
    bool matches(const FormRow &row) const;
    bool isWanted(qsizetype index, const QSet<int> &telling) const;
    bool narrowed() const;
    QString mode() const;

    FormState m_state;
    QMap<QString, QString> m_running;
    QStringList m_models;
    Filter m_filter = Filter::All;
    QString m_find;
    QHash<QString, KeyRow *> m_rows;
    QSet<KeyRow *> m_seen; ///< rows that the present state has
    QMap<QString, Section> m_sections;
    QVBoxLayout *m_layout;
    QWidget *m_nothing;
    QPushButton *m_more;
    int m_otherLimit;
    int m_otherHidden = 0;
};

} // namespace pilothouse
