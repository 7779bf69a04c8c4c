// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"

#include <QWidget>

#include <optional>

namespace pilothouse {

class KeyDetails;
class TextPreview;

/// Right side of the page: the document as text, and what the focused key means.
class TextSide : public QWidget
{
    Q_OBJECT
public:
    explicit TextSide(QWidget *parent = nullptr);

    void setState(const FormState &state);
    void showKey(const std::optional<FormRow> &row, const std::optional<QString> &runningValue);
    TextPreview *preview() const { return m_preview; }
    KeyDetails *details() const { return m_details; }

Q_SIGNALS:
    void keyActivated(const QString &key);
    void unsetRequested(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHead();

    TextPreview *m_preview;
    KeyDetails *m_details;
    QHash<int, QString> m_keys; ///< by line
};

} // namespace pilothouse
