// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/services/envservice.h"
#include "ui/pages/configuration/configurationpage.h"
#include "ui/pages/configuration/findbar.h"
#include "ui/pages/configuration/formpane.h"
#include "ui/pages/configuration/keyrow.h"
#include "ui/pages/configuration/secretfield.h"
#include "ui/pages/configuration/texteditor.h"
#include "ui/pages/configuration/textside.h"
#include "ui/theme/theme.h"
#include "ui/widgets/secretclipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>
#include <QtTest>

#include <memory>


inline QString text(const char *word)
{
    return QString::fromUtf8(word);
}

/// The page with the real service behind it: form and text as two views of one document.
class TextFixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        using namespace pilothouse;
        applyTheme(*qApp, ThemeChoice::Light);
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder->filePath(QStringLiteral("state"))));
        m_env = std::make_unique<EnvService>();
        m_env->setLanguage(text("en"));
        m_page = std::make_unique<ConfigurationPage>();
        EnvService *env = m_env.get();
        ConfigurationPage *page = m_page.get();
        connect(page, &ConfigurationPage::valueEdited, env, &EnvService::setValue);
        connect(page, &ConfigurationPage::unsetRequested, env, &EnvService::unset);
        connect(page, &ConfigurationPage::undoRequested, env, &EnvService::undo);
        connect(page, &ConfigurationPage::redoRequested, env, &EnvService::redo);
        connect(page, &ConfigurationPage::textEdited, env, &EnvService::editText);
        connect(page, &ConfigurationPage::showSecretRequested, env, &EnvService::showSecret);
        connect(page, &ConfigurationPage::hideSecretsRequested, env, &EnvService::hideSecrets);
        connect(page, &ConfigurationPage::renameRequested, env, &EnvService::renameKey);
        connect(page, &ConfigurationPage::commentOutRequested, env, &EnvService::commentOut);
        connect(page, &ConfigurationPage::uncommentRequested, env, &EnvService::uncomment);
        connect(env, &EnvService::textRefused, page, &ConfigurationPage::showTextRefusal);
        connect(env, &EnvService::stateChanged, page, &ConfigurationPage::setState);
        page->resize(1280, 800);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page));
    }
    void cleanup()
    {
        m_page.reset();
        m_env.reset();
    }

protected:
    void open(const QByteArray &bytes)
    {
        using namespace pilothouse;
        QFile file(m_folder->filePath(QStringLiteral(".env")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        file.close();
        QSignalSpy opened(m_env.get(), &EnvService::opened);
        m_env->open(file.fileName());
        QVERIFY(opened.wait());
        QCoreApplication::sendPostedEvents();
    }
    pilothouse::TextEditor *editor() const { return m_page->textSide()->editor(); }
    QLineEdit *field(const char *key) const { return m_page->form()->row(text(key))->findChild<QLineEdit *>(); }
    QString shown() const { return editor()->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n'); }
    void putCursor(const char *before)
    {
        editor()->setFocus();
        QTextCursor cursor(editor()->document());
        cursor.setPosition(int(shown().indexOf(text(before))));
        editor()->setTextCursor(cursor);
    }
    QByteArray saved()
    {
        using namespace pilothouse;
        QSignalSpy done(m_env.get(), &EnvService::saved);
        m_env->save();
        if (!done.wait())
            return "<" + m_env->state().saveBlockedBy.toUtf8() + ">";
        return m_env->savedBytes();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<pilothouse::EnvService> m_env;
    std::unique_ptr<pilothouse::ConfigurationPage> m_page;
};
