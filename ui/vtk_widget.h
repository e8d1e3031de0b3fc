// A QOpenGLWidget that VTK draws into, without VTK's own Qt module (whose Qt may be another than ours).
#pragma once

#include <QOpenGLWidget>
#include <memory>

class vtkRenderer;
class vtkRenderWindowInteractor;

namespace tomocyte {

class VtkWidget : public QOpenGLWidget {
  Q_OBJECT
 public:
  explicit VtkWidget(QWidget* parent = nullptr);
  ~VtkWidget() override;

  // The renderer must outlive the widget's last frame; VTK counts references.
  void addRenderer(vtkRenderer* renderer);
  [[nodiscard]] vtkRenderWindowInteractor* interactor() const;
  [[nodiscard]] QSize sizeHint() const override { return {320, 300}; }

 Q_SIGNALS:
  void turningStarted();
  void turningEnded();
  // The camera may have moved.
  void turned();
  // Time of a frame until it was complete.
  void frameDrawn(double milliseconds);

 protected:
  void initializeGL() override;
  void resizeGL(int width, int height) override;
  void paintGL() override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void releaseGL();
  struct Vtk;
  std::unique_ptr<Vtk> vtk_;
};

}  // namespace tomocyte
