// What stands open beside the work: the laboratory's people and settings, comments.
#include <QMenu>
#include <QToolButton>

#include "app/workflow/laboratory_settings.h"
#include "core/catalog/permission.h"
#include "ui/laboratory/message_sender.h"
#include "ui/laboratory/messages_dialog.h"
#include "ui/laboratory/own_password_dialog.h"
#include "ui/laboratory/settings_dialog.h"
#include "ui/laboratory/users_dialog.h"
#include "ui/notice_bar.h"
#include "ui/samples/catalog_thread.h"
#include "ui/samples/comments_dialog.h"
#include "ui/samples/report_panel.h"
#include "ui/samples/review_view.h"
#include "ui/samples/sample_dialog.h"
#include "ui/samples/samples_view.h"

namespace tomocyte {
namespace {

// Beside the work, never before it: no dialog of this menu stops the window.
void bringUp(QDialog* dialog) {
  dialog->show();
  dialog->raise();
  dialog->activateWindow();
}

}  // namespace

QWidget* SamplesView::buildLaboratoryMenu() {
  users_ = new UsersDialog(catalog_, this);
  ownPassword_ = new OwnPasswordDialog(catalog_, this);
  settings_ = new SettingsDialog(catalog_, this);
  connect(settings_, &SettingsDialog::saved, this, [this] {
    readSettings();
    refresh();
  });
  connect(ownPassword_, &OwnPasswordDialog::message, this, &SamplesView::message);
  laboratory_ = new QToolButton;
  laboratory_->setObjectName(QStringLiteral("laboratory"));
  laboratory_->setText(tr("Laboratory"));
  laboratory_->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(laboratory_);
  showUsers_ = menu->addAction(tr("Users…"), this, [this] { bringUp(users_); });
  showSettings_ = menu->addAction(tr("Settings…"), this, [this] { bringUp(settings_); });
  menu->addAction(tr("Change my password…"), this, [this] { bringUp(ownPassword_); });
  menu->addAction(tr("Outgoing reports…"), this, [this] { bringUp(messages_); });
  menu->setToolTipsVisible(true);
  laboratory_->setMenu(menu);
  return laboratory_;
}

void SamplesView::updateLaboratoryMenu() {
  const bool manages = user_ && may(user_->role, Permission::kManageUsers);
  showUsers_->setEnabled(manages);
  showSettings_->setEnabled(manages);
  showSettings_->setToolTip(manages ? QString() : tr("Only an administrator changes the laboratory's settings"));
  showUsers_->setToolTip(manages ? QString() : tr("Only an administrator adds and changes people"));
}

// What the next person must not see.
void SamplesView::closeLaboratory() {
  for (QDialog* dialog : std::initializer_list<QDialog*>{users_, settings_, ownPassword_, comments_, messages_, entry_})
    dialog->hide();
  settings_->discard();
}

void SamplesView::buildComments() {
  comments_ = new CommentsDialog(catalog_, this);
  connect(review_, &ReviewView::commentsWanted, this, [this] { bringUp(comments_); });
  connect(review_, &ReviewView::cellChosen, comments_, &CommentsDialog::setCell);
  connect(review_, &ReviewView::readingChanged, this, [this](bool reading) {
    if (reading) comments_->hide();
  });
  connect(comments_, &CommentsDialog::countChanged, review_, &ReviewView::showCommentCount);
  connect(comments_, &CommentsDialog::added, this, [this] { refresh(); });
  connect(comments_, &CommentsDialog::cellWanted, this, &SamplesView::showCell);
}

void SamplesView::buildDelivery() {
  sender_ = new MessageSender(this);
  messages_ = new MessagesDialog(sender_, this);
  connect(report_, &ReportPanel::deliveryWanted, this, &SamplesView::deliver);
  connect(sender_, &MessageSender::changed, this, [this](const QueueState& state) {
    if (state.unplaced == 0) notices_->clear("unplaced messages");
    if (state.unplaced > 0)
      notices_->post("unplaced messages",
                     tr("%n signed report(s) could not be put into the queue to the laboratory's system yet.", nullptr,
                        state.unplaced) +
                         ' ' + state.problem,
                     {{tr("Show"), [this] { bringUp(messages_); }}});
    if (state.dead.empty()) return notices_->clear("dead messages");
    notices_->post("dead messages",
                   tr("%n report(s) could not be delivered to the laboratory's system.", nullptr,
                      static_cast<int>(state.dead.size())),
                   {{tr("Show"), [this] { bringUp(messages_); }}});
  });
}

void SamplesView::readSettings() {
  catalog_->post([this](Catalog& catalog) -> CatalogThread::Finish {
    const auto settings = std::make_shared<LaboratorySettings>(laboratory_settings(catalog));
    return [this, settings] { sender_->configure(*settings); };
  });
}

void SamplesView::deliver(const Report& report) { sender_->put(report); }

}  // namespace tomocyte
