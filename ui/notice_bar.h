// What the user should know without being stopped by it: one line per notice, with what can be done about it.
#pragma once

#include <QMap>
#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

class QVBoxLayout;

namespace tomocyte {

// What happened and what to do, as sentences.
[[nodiscard]] QString noticeText(const QString& what, const QString& remedy);

class NoticeBar : public QWidget {
  Q_OBJECT
 public:
  struct Action {
    QString text;
    std::function<void()> does;  // the notice is gone by then
  };

  explicit NoticeBar(QWidget* parent = nullptr);

  // A notice of the same key is replaced; one that the user has closed stays closed until the key is cleared.
  void post(const QString& key, const QString& text, std::vector<Action> actions = {});
  void clear(const QString& key);
  [[nodiscard]] bool shows(const QString& key) const { return rows_.value(key) != nullptr; }
  // Of all notices that are shown.
  [[nodiscard]] QStringList texts() const;

 Q_SIGNALS:
  // A notice that the user sees for the first time.
  void posted(const QString& text);

 private:
  void remove(const QString& key);

  QVBoxLayout* column_;
  QMap<QString, QWidget*> rows_;  // null: closed by the user
};

}  // namespace tomocyte
