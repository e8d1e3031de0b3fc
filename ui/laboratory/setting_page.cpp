#include "ui/laboratory/setting_page.h"

namespace tomocyte {

SettingPage::SettingPage(QWidget* parent) : QWidget(parent) {}

}  // namespace tomocyte
