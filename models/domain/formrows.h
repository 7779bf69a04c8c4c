// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formrow.h"

#include <QList>

#include <initializer_list>
#include <iterator>
#include <memory>
#include <vector>

namespace pilothouse {

/// What rows are made of; never changes once it is given to FormRows.
class FormRowSource
{
public:
    virtual ~FormRowSource() = default;
    virtual qsizetype size() const = 0;
    virtual qsizetype knownCount() const = 0; ///< known variables come first
    virtual FormRow row(qsizetype index) const = 0;
    virtual QString key(qsizetype index) const = 0;
    virtual qsizetype indexOf(const QString &key) const = 0; ///< -1: none
    virtual qsizetype onLine(int line) const = 0; ///< -1: none
    virtual QList<int>
    notable() const = 0; ///< indices in order: known variables, and other rows that are changed or have findings
};

/// The rows of the form, as a value. A file can have ten thousand keys of which a handful is looked at, so a row is made when
/// somebody looks at it, and then kept as long as these rows. Copies share everything. UI thread only.
class FormRows
{
public:
    class const_iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = FormRow;
        using difference_type = qsizetype;
        using pointer = const FormRow *;
        using reference = const FormRow &;
        const_iterator() = default;
        const_iterator(const FormRows *rows, qsizetype index) : m_rows(rows), m_index(index) { }
        reference operator*() const { return m_rows->at(m_index); }
        pointer operator->() const { return &m_rows->at(m_index); }
        const_iterator &operator++() { return ++m_index, *this; }
        const_iterator operator++(int) { return { m_rows, m_index++ }; }
        bool operator==(const const_iterator &) const = default;

    private:
        const FormRows *m_rows = nullptr;
        qsizetype m_index = 0;
    };

    FormRows() = default;
    FormRows(std::initializer_list<FormRow> rows) : m_list(rows) { }
    FormRows(const QList<FormRow> &rows) : m_list(rows) { }
    explicit FormRows(std::shared_ptr<const FormRowSource> source);

    qsizetype size() const;
    bool isEmpty() const { return size() == 0; }
    const FormRow &at(qsizetype index) const;
    const FormRow &first() const { return at(0); }
    const_iterator begin() const { return { this, 0 }; } ///< going through all rows makes all of them
    const_iterator end() const { return { this, size() }; }

    FormRow made(qsizetype index) const; ///< as at(), without keeping it
    bool isKnown(qsizetype index) const; ///< without making the row, as the two below
    QString key(qsizetype index) const;
    qsizetype indexOf(const QString &key) const; ///< -1: none
    const FormRow *find(const QString &key) const;
    const FormRow *onLine(int line) const; ///< where the key stands, or stands commented out
    /// Rows that may have something to tell beyond their value: known variables, changes, findings. Others are present or
    /// commented out, used, and as in the file.
    QList<int> notable() const;

    FormRows &operator<<(const FormRow &row);
    QList<FormRow> &list(); ///< to be changed; makes all rows
    operator QList<FormRow>() const;
    bool operator==(const FormRows &other) const;

private:
    struct Made
    {
        std::shared_ptr<const FormRowSource> source;
        std::vector<std::unique_ptr<const FormRow>> rows;
    };
    QList<FormRow> m_list;
    std::shared_ptr<Made> m_made; ///< null: m_list has them
};

} // namespace pilothouse
