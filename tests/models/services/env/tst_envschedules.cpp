// SPDX-License-Identifier: GPL-3.0-or-later
// Own and foreign edits in random order: whatever another program wrote is in the file in the end, or was shown before it
// was replaced. PILOTHOUSE_SEED=n runs one schedule, PILOTHOUSE_SCHEDULES=n that many instead of 200.
#include "envfixture.h"

#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>

using namespace pilothouse;

namespace {

constexpr int steps = 8;
constexpr int savesOfEach = 100;
const QStringList keys{ QStringLiteral("K0"), QStringLiteral("K1"), QStringLiteral("K2"), QStringLiteral("K3") };

bool waitFor(const std::function<bool()> &done)
{
    return QTest::qWaitFor(done, 20'000);
}

/// One schedule: the service under test, the other programs, and what must not get lost.
class Schedule
{
public:
    explicit Schedule(quint32 seed) : m_random(seed)
    {
        m_fixture.write("# base\nK0=base\nK1=base\n\nK2=base\nK3=base\n");
        m_service = m_fixture.open(seed % 2 ? EnvWatching::PollingOnly : EnvWatching::EventsAndPolling);
        QObject::connect(m_service.get(), &EnvService::conflictsFound, m_service.get(),
            [this](const QList<EnvConflict> &conflicts) { decide(conflicts); });
        QObject::connect(m_service.get(), &EnvService::saved, m_service.get(), [this] { m_saved = true; });
        QObject::connect(m_service.get(), &EnvService::failed, m_service.get(), [this](const Error &error) { m_error = error; });
    }

    /// Empty, or what went wrong.
    QString run()
    {
        for (int n = 0; n < steps; ++n) {
            step();
            if (m_random.bounded(3) == 0)
                QTest::qWait(int(m_random.bounded(90)));
            if (!m_wrong.isEmpty())
                return story();
        }
        do {
            save();
        } while (m_wrong.isEmpty() && m_service->state().changedCount > 0);
        check();
        return m_wrong.isEmpty() ? QString() : story();
    }

private:
    void step()
    {
        const QString key = keys[m_random.bounded(keys.size())];
        switch (m_random.bounded(9)) {
        case 0:
        case 1:
        case 2:
            ownEdit(key);
            break;
        case 3:
            foreignEdit(key, true);
            break;
        case 4:
        case 5:
            foreignEdit(key, false);
            break;
        case 6:
            m_random.bounded(2) ? foreignDelete() : foreignChmod();
            break;
        case 7:
            secondInstance(key);
            break;
        default:
            save();
        }
    }

    void ownEdit(const QString &key)
    {
        m_shown << key + u'=' + m_service->savedValue(key); // the form showed it when the value was typed
        const QString value = QStringLiteral("own%1").arg(++m_count);
        m_service->setValue(key, value);
        m_own[key] = value;
        m_story << QStringLiteral("own %1=%2").arg(key, value);
    }

    /// Another program sets one key and adds a comment; it knows what was in the file.
    void foreignEdit(const QString &key, bool inPlace)
    {
        EnvDocument document(m_fixture.disk() == "<none>" ? QByteArray() : m_fixture.disk());
        const QString value = QStringLiteral("foreign%1").arg(++m_count);
        if (document.value(key) == m_own.value(key))
            m_own.remove(key);
        QVERIFY(document.setValue(key, value));
        const QByteArray comment = "# foreign comment " + QByteArray::number(m_count);
        const QByteArray bytes = m_random.bounded(2) ? comment + '\n' + document.bytes() : document.bytes() + comment + '\n';
        inPlace ? m_fixture.write(bytes) : m_fixture.replace(bytes);
        m_foreign[key] = value;
        m_comments << comment;
        m_story << QStringLiteral("foreign %1=%2 %3").arg(key, value, inPlace ? QStringLiteral("in place") : QString());
    }

    void foreignDelete()
    {
        const EnvDocument document(m_fixture.disk());
        for (const QString &key : keys) {
            if (document.value(key) == m_own.value(key))
                m_own.remove(key); // saved, and removed on purpose
        }
        QFile::remove(m_fixture.path());
        m_foreign.clear();
        m_comments.clear();
        m_story << QStringLiteral("foreign delete");
    }

    void foreignChmod()
    {
        ::chmod(QFile::encodeName(m_fixture.path()).constData(), m_random.bounded(2) ? 0640 : 0600);
        m_story << QStringLiteral("foreign chmod");
    }

    void secondInstance(const QString &key)
    {
        const std::unique_ptr<EnvService> other = m_fixture.open();
        const EnvDocument before(other->savedBytes());
        if (before.value(key) == m_own.value(key))
            m_own.remove(key);
        m_shown << key + u'=' + other->savedValue(key);
        const QString value = QStringLiteral("second%1").arg(++m_count);
        bool done = false;
        QObject::connect(other.get(), &EnvService::saved, other.get(), [&] { done = true; });
        other->setValue(key, value);
        other->save();
        if (!waitFor([&] { return done; }))
            m_wrong = QStringLiteral("the second instance did not save");
        m_foreign[key] = value;
        m_story << QStringLiteral("second %1=%2").arg(key, value);
    }

    void decide(const QList<EnvConflict> &conflicts)
    {
        ConflictChoices choices;
        for (const EnvConflict &conflict : conflicts) {
            m_shown << conflict.key + u'=' + conflict.theirs.value_or(QString());
            const bool mine = m_random.bounded(2);
            choices[conflict.key] = mine ? ConflictChoice::Mine : ConflictChoice::Theirs;
            if (!mine)
                m_own.remove(conflict.key);
            m_story
                << QStringLiteral("conflict %1: %2").arg(conflict.key, mine ? QStringLiteral("mine") : QStringLiteral("theirs"));
        }
        QTimer::singleShot(0, m_service.get(), [this, choices] { m_service->resolveConflicts(choices); });
    }

    void save()
    {
        m_saved = false;
        m_error = Error();
        m_story << QStringLiteral("save");
        m_service->save();
        if (!waitFor([this] { return m_saved || !m_error.isEmpty(); }))
            m_wrong = QStringLiteral("the save did not end");
        else if (!m_saved)
            m_wrong = m_error.message + m_error.cause;
    }

    void check()
    {
        const QByteArray bytes = m_fixture.disk();
        const EnvDocument document(bytes);
        for (auto each = m_foreign.constBegin(); each != m_foreign.constEnd(); ++each) {
            if (document.value(each.key()) != each.value() && !m_shown.contains(each.key() + u'=' + each.value()))
                m_wrong += QStringLiteral("lost unseen: %1=%2; ").arg(each.key(), each.value());
        }
        for (auto each = m_own.constBegin(); each != m_own.constEnd(); ++each) {
            if (document.value(each.key()) != each.value())
                m_wrong += QStringLiteral("own edit lost: %1=%2; ").arg(each.key(), each.value());
        }
        for (const QByteArray &comment : std::as_const(m_comments)) {
            if (!bytes.contains(comment + '\n'))
                m_wrong += QStringLiteral("comment lost: %1; ").arg(QString::fromUtf8(comment));
        }
    }

    QString story() const
    {
        return m_wrong + QStringLiteral("\n") + m_story.join(u'\n') + QStringLiteral("\n---\n")
            + QString::fromUtf8(m_fixture.disk());
    }

    EnvFixture m_fixture;
    QRandomGenerator m_random;
    std::unique_ptr<EnvService> m_service;
    bool m_saved = false;
    Error m_error;
    int m_count = 0;
    QSet<QString> m_shown; ///< "KEY=VALUE" of others that people saw before they replaced it
    QMap<QString, QString> m_foreign; ///< what others wrote last
    QMap<QString, QString> m_own; ///< typed here, not given up for theirs and not replaced by someone who saw it
    QByteArrayList m_comments;
    QStringList m_story;
    QString m_wrong;
};

/// The other process of twoProcessesKeepEachOthersKeys: saves its keys one by one, as a window does.
int saveManyKeys(const QString &path, const QString &name)
{
    EnvService service;
    QSignalSpy opened(&service, &EnvService::opened);
    QSignalSpy saved(&service, &EnvService::saved);
    QSignalSpy failed(&service, &EnvService::failed);
    service.open(path);
    if (!opened.wait(20'000))
        return 1;
    std::puts("ready");
    std::fflush(stdout);
    std::getchar(); // the barrier
    for (int n = 0; n < savesOfEach;) {
        saved.clear();
        failed.clear();
        service.setValue(name + QString::number(n), QStringLiteral("1"));
        service.save();
        if (!waitFor([&] { return !saved.isEmpty() || !failed.isEmpty(); }))
            return 2;
        n += saved.isEmpty() ? 0 : 1; // three foreign saves in between: once more
    }
    return 0;
}

} // namespace

class EnvSchedulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLostUnseen();
    void twoProcessesKeepEachOthersKeys();
};

void EnvSchedulesTest::nothingIsLostUnseen()
{
    const bool one = qEnvironmentVariableIsSet("PILOTHOUSE_SEED");
    const int first = one ? qEnvironmentVariableIntValue("PILOTHOUSE_SEED") : 1;
    const int count
        = qEnvironmentVariableIsSet("PILOTHOUSE_SCHEDULES") ? qEnvironmentVariableIntValue("PILOTHOUSE_SCHEDULES") : 200;
    for (int seed = first; seed < first + (one ? 1 : count); ++seed) {
        const QString wrong = Schedule(quint32(seed)).run();
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("PILOTHOUSE_SEED=%1: %2").arg(seed).arg(wrong)));
    }
    qInfo("seeds %d to %d", first, first + (one ? 1 : count) - 1);
}

void EnvSchedulesTest::twoProcessesKeepEachOthersKeys()
{
    EnvFixture fixture;
    fixture.write("# shared\nSTART=1\n");
    QProcess processes[2];
    for (QProcess &process : processes) {
        process.start(QCoreApplication::applicationFilePath(),
            { QStringLiteral("--save-keys"), fixture.path(), &process == processes ? QStringLiteral("A") : QStringLiteral("B") });
        QVERIFY(QTest::qWaitFor([&] { return process.bytesAvailable() > 0; }, 20'000));
    }
    for (QProcess &process : processes)
        process.write("\n");
    for (QProcess &process : processes) {
        QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 100'000));
        QCOMPARE(process.exitCode(), 0);
    }
    const EnvDocument document(fixture.disk());
    for (int n = 0; n < savesOfEach; ++n) {
        for (const char *name : { "A", "B" })
            QVERIFY(document.has(QString::fromLatin1(name) + QString::number(n)));
    }
    QCOMPARE(document.entries().size(), size_t(2 * savesOfEach + 1));
    QVERIFY(fixture.disk().startsWith("# shared\nSTART=1\n"));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QLatin1String("--save-keys"))
        return saveManyKeys(arguments.value(2), arguments.value(3));
    EnvSchedulesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_envschedules.moc"
