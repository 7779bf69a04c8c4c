// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "sampleform.h"
#include "ui/pages/configuration/configurationpage.h"
#include "ui/pages/configuration/formpane.h"
#include "ui/pages/configuration/keyrow.h"
#include "ui/pages/configuration/valuefield.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

#include <memory>

inline QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

/// A shown Configuration page in a small world: every edit comes back as a state, as from the service.
class ConfigurationFixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        using namespace pilothouse;
        applyTheme(*qApp, ThemeChoice::Light);
        m_page = std::make_unique<ConfigurationPage>();
        m_page->resize(1280, 800);
        m_state = sampleForm();
        m_page->setState(m_state);
        connect(m_page.get(), &ConfigurationPage::valueEdited, this, [this](const QString &key, const QString &value) {
            editForm(m_state, key, value);
            m_page->setState(m_state);
        });
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

protected:
    QLineEdit *lineEdit(const char *key) const
    {
        return m_page->form()->row(latin(key))->field()->findChild<QLineEdit *>();
    }
    QPushButton *button(const char *name) const { return m_page->findChild<QPushButton *>(latin(name)); }
    void press(QWidget *widget) const { QTest::mouseClick(widget, Qt::LeftButton); }
    void typeOver(QLineEdit *edit, const char *text) const
    {
        press(edit);
        edit->selectAll();
        QTest::keyClicks(QApplication::focusWidget(), latin(text));
    }
    bool isShown(const char *key) const
    {
        return m_page->form()->row(latin(key)) && m_page->form()->row(latin(key))->isVisible();
    }

    std::unique_ptr<pilothouse::ConfigurationPage> m_page;
    pilothouse::FormState m_state;
};
