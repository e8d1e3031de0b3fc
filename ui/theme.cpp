#include "ui/theme.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

namespace tomocyte {
namespace {

constexpr const char* kSetting = "theme";
constexpr const char* kTone = "tone";

// Both use colours of Okabe and Ito that the colour-blind can tell apart; on white their darker ones.
const Theme& colours(ThemeChoice choice) {
  static const Theme dark = {QColor(0x1b, 0x1e, 0x23), QColor(0x24, 0x28, 0x2e), QColor(0x31, 0x37, 0x3f),
                             QColor(0x2a, 0x3f, 0x52), QColor(0xe4, 0xe7, 0xeb), QColor(0x9a, 0xa3, 0xad),
                             QColor(0x56, 0xb4, 0xe9), QColor(0xe6, 0x9f, 0x00), QColor(0xf0, 0xe4, 0x42)};
  static const Theme light = {QColor(0xff, 0xff, 0xff), QColor(0xee, 0xf0, 0xf3), QColor(0xdd, 0xe1, 0xe6),
                              QColor(0xcf, 0xe3, 0xf3), QColor(0x1b, 0x1e, 0x23), QColor(0x5c, 0x66, 0x70),
                              QColor(0x00, 0x5f, 0x9e), QColor(0xa3, 0x4a, 0x00), QColor(0x00, 0x72, 0xb2)};
  return choice == ThemeChoice::kLight ? light : dark;
}

const Theme* applied = &colours(ThemeChoice::kDark);

QPalette paletteOf(const Theme& theme) {
  QPalette palette;
  palette.setColor(QPalette::Window, theme.panel);
  palette.setColor(QPalette::WindowText, theme.text);
  palette.setColor(QPalette::Base, theme.background);
  palette.setColor(QPalette::AlternateBase, theme.panel);
  palette.setColor(QPalette::Text, theme.text);
  palette.setColor(QPalette::PlaceholderText, theme.faint);
  palette.setColor(QPalette::Button, theme.raised);
  palette.setColor(QPalette::ButtonText, theme.text);
  palette.setColor(QPalette::ToolTipBase, theme.raised);
  palette.setColor(QPalette::ToolTipText, theme.text);
  palette.setColor(QPalette::Highlight, QColor(0x2a, 0x6f, 0x9e));
  palette.setColor(QPalette::HighlightedText, Qt::white);
  palette.setColor(QPalette::Link, theme.accent);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, QColor(0x7b, 0x83, 0x8d));
  return palette;
}

QString styleSheetOf(const Theme& theme) {
  QString sheet = QStringLiteral(
      "QToolBar { padding: 4px; spacing: 4px; border: none; }"
      "QToolBar QToolButton { padding: 5px 10px; border-radius: 4px; background: @raised; }"
      "QToolBar QToolButton:hover { border: 1px solid @faint; padding: 4px 9px; }"
      "QToolBar QToolButton:checked { background: #2a6f9e; color: white; }"
      "QToolBar QToolButton:disabled { background: @panel; color: #7b838d; }"
      "QLabel#simulatedBadge { background: #e69f00; color: black; font-weight: bold; padding: 3px 12px;"
      " margin: 2px 8px; border-radius: 4px; }"
      "QLabel#researchUseOnly { color: @text; padding: 0 8px; }"
      "QLabel[tone=\"faint\"] { color: @faint; }"
      "QLabel[tone=\"accent\"] { color: @accent; }"
      "QLabel[tone=\"warning\"] { color: @warning; }"
      "QWidget#notice { background: @notice; border-radius: 3px; }"
      "QToolTip { color: @text; background: @raised; border: 1px solid @faint; }"
      "QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid @faint; border-radius: 2px;"
      " background: @background; }"
      "QCheckBox::indicator:checked { background: @accent; border-color: @accent; }"
      "QHeaderView::section { background: @raised; padding: 4px; border: none; border-right: 1px solid @background; }");
  const bool dark = theme.background.lightness() < 128;
  sheet.replace("@notice", dark ? "#4a3a12" : "#fbe8bf");
  sheet.replace("@background", theme.background.name());
  sheet.replace("@panel", theme.panel.name());
  sheet.replace("@raised", theme.raised.name());
  sheet.replace("@text", theme.text.name());
  sheet.replace("@faint", theme.faint.name());
  sheet.replace("@accent", theme.accent.name());
  sheet.replace("@warning", theme.warning.name());
  return sheet;
}

}  // namespace

const Theme& theme() { return *applied; }

void applyTheme(QApplication& application, ThemeChoice choice) {
  applied = &colours(choice);
  application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  application.setPalette(paletteOf(theme()));
  application.setStyleSheet(styleSheetOf(theme()));
}

ThemeChoice chosenTheme() {
  return QSettings().value(kSetting).toString() == "light" ? ThemeChoice::kLight : ThemeChoice::kDark;
}

void chooseTheme(QApplication& application, ThemeChoice choice) {
  QSettings().setValue(kSetting, choice == ThemeChoice::kLight ? "light" : "dark");
  applyTheme(application, choice);
}

void setTone(QWidget& label, Tone tone) {
  static constexpr const char* kNames[] = {"", "faint", "accent", "warning"};
  label.setProperty(kTone, kNames[static_cast<int>(tone)]);
  label.style()->unpolish(&label);
  label.style()->polish(&label);
}

}  // namespace tomocyte
