// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline: an empty QMainWindow, linked to nothing but Qt Widgets.
#include "ui/state/firstframe.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    new pilothouse::FirstFrame(&window);
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
