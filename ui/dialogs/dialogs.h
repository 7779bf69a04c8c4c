// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/failure.h"

#include <QString>

#include <functional>

class QWidget;

namespace pilothouse {

/// A decision for the operator: the question, what follows from it, and the words on the button that does it.
struct Question
{
    QString title; ///< "Discard 3 changes?"
    QString consequence; ///< what happens and whether it can be undone
    QString action; ///< "Discard"
    bool dangerous = false; ///< red button, Cancel is the default
    QString other = {}; ///< a third way, "Review diff…": the question is answered with no, then onOther is called
    std::function<void()> onOther = {};
};

/// The one door for questions, messages and file choices, so that a test can answer instead of a person. Every call
/// returns at once; the answer comes later on the UI thread, and not at all when the parent dies first.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// answer gets the absolute path; it is not called when the operator cancels.
    virtual void openFolder(QWidget *parent, const QString &startFolder, std::function<void(const QString &)> answer);
    /// Where to save a file; an existing one is replaced only after the operator agreed. Not called when cancelled.
    virtual void saveFile(QWidget *parent, const QString &title, const QString &proposal, std::function<void(const QString &)> answer);
    virtual void confirm(QWidget *parent, const Question &question, std::function<void(bool)> answer);
    virtual void notify(QWidget *parent, const Failure &failure);
};

} // namespace pilothouse
