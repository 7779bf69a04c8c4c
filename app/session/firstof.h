// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

namespace pilothouse {

/// Connects two signals of one sender; the first that comes runs its function and ends both connections.
template <typename Sender, typename GoodSignal, typename Good, typename BadSignal, typename Bad>
void onFirstOf(Sender *sender, GoodSignal goodSignal, Good good, BadSignal badSignal, Bad bad, QObject *context)
{
    auto *once = new QObject(context);
    QObject::connect(sender, goodSignal, once, [once, good](auto &&...) {
        const auto call = good; // this lambda dies with its connection
        delete once;
        call();
    });
    QObject::connect(sender, badSignal, once, [once, bad](auto &&...) {
        const auto call = bad;
        delete once;
        call();
    });
}

} // namespace pilothouse
