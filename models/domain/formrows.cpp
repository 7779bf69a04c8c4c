// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/formrows.h"

#include <algorithm>
#include <numeric>

namespace pilothouse {

FormRows::FormRows(std::shared_ptr<const FormRowSource> source) : m_made(std::make_shared<Made>())
{
    m_made->rows.resize(size_t(source->size()));
    m_made->source = std::move(source);
}

qsizetype FormRows::size() const
{
    return m_made ? qsizetype(m_made->rows.size()) : m_list.size();
}

const FormRow &FormRows::at(qsizetype index) const
{
    if (!m_made)
        return m_list.at(index);
    Q_ASSERT(index >= 0 && index < size());
    std::unique_ptr<const FormRow> &row = m_made->rows[size_t(index)];
    if (!row)
        row = std::make_unique<const FormRow>(m_made->source->row(index));
    return *row;
}

FormRow FormRows::made(qsizetype index) const
{
    return m_made && !m_made->rows[size_t(index)] ? m_made->source->row(index) : at(index);
}

bool FormRows::isKnown(qsizetype index) const
{
    return m_made ? index < m_made->source->knownCount() : m_list.at(index).known;
}

QString FormRows::key(qsizetype index) const
{
    return m_made ? m_made->source->key(index) : m_list.at(index).spec.key;
}

qsizetype FormRows::indexOf(const QString &key) const
{
    if (m_made)
        return m_made->source->indexOf(key);
    const auto row = std::find_if(m_list.begin(), m_list.end(), [&](const FormRow &each) { return each.spec.key == key; });
    return row == m_list.end() ? -1 : row - m_list.begin();
}

const FormRow *FormRows::find(const QString &key) const
{
    const qsizetype index = indexOf(key);
    return index < 0 ? nullptr : &at(index);
}

const FormRow *FormRows::onLine(int line) const
{
    if (line <= 0)
        return nullptr;
    if (m_made) {
        const qsizetype index = m_made->source->onLine(line);
        return index < 0 ? nullptr : &at(index);
    }
    const auto row = std::find_if(
        m_list.begin(), m_list.end(), [&](const FormRow &each) { return each.line == line || each.commentedLine == line; });
    return row == m_list.end() ? nullptr : &*row;
}

QList<int> FormRows::notable() const
{
    if (m_made)
        return m_made->source->notable();
    QList<int> all(m_list.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

FormRows &FormRows::operator<<(const FormRow &row)
{
    list() << row;
    return *this;
}

QList<FormRow> &FormRows::list()
{
    m_list = *this;
    m_made.reset();
    return m_list;
}

FormRows::operator QList<FormRow>() const
{
    if (!m_made)
        return m_list;
    QList<FormRow> all;
    all.reserve(size());
    for (qsizetype i = 0; i < size(); ++i)
        all << made(i);
    return all;
}

bool FormRows::operator==(const FormRows &other) const
{
    if (size() != other.size() || (m_made && m_made == other.m_made))
        return size() == other.size();
    for (qsizetype i = 0; i < size(); ++i) {
        if (!(made(i) == other.made(i)))
            return false;
    }
    return true;
}

} // namespace pilothouse
