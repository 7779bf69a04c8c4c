// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/statecard.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace pilothouse;

class StateCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProposedValueIsOneClickAway()
    {
        StateCard card;
        QSignalSpy proposed(&card, &StateCard::valueProposed);
        card.setStatus(failedWith({ { QStringLiteral("VLLM_MAX_MODEL_LEN"), QStringLiteral("1024") } }));
        QPushButton *button = proposing(card);
        QVERIFY(button);
        QVERIFY(!button->isHidden());
        button->click();
        QCOMPARE(proposed.size(), 1);
        QCOMPARE(proposed.first(), QVariantList({ QStringLiteral("VLLM_MAX_MODEL_LEN"), QStringLiteral("1024") }));
    }

    void withoutAProposalThereIsNoSuchButton()
    {
        StateCard card;
        card.setStatus(failedWith({ { QStringLiteral("VLLM_MAX_MODEL_LEN"), QStringLiteral("1024") } }));
        QPushButton *button = proposing(card);
        QVERIFY(button);
        card.setStatus(failedWith({}));
        QVERIFY(button->isHidden());
        card.setStatus({});
        QVERIFY(button->isHidden());
    }

private:
    static ProviderStatus failedWith(const QList<QPair<QString, QString>> &proposed)
    {
        ProviderStatus status;
        status.state = ProviderState::Failed;
        status.failure
            = Failure{ QStringLiteral("context.too-long"), QStringLiteral("The context length is too large."), {}, {}, {} };
        status.failure->proposed = proposed;
        return status;
    }

    static QPushButton *proposing(const StateCard &card)
    {
        for (QPushButton *button : card.findChildren<QPushButton *>()) {
            if (button->text().contains(QLatin1String("VLLM_MAX_MODEL_LEN")) && button->text().contains(QLatin1String("1024")))
                return button;
        }
        return nullptr;
    }
};

QTEST_MAIN(StateCardTest)
#include "tst_statecard.moc"
