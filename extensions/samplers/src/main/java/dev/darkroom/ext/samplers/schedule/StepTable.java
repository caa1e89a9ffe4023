package dev.darkroom.ext.samplers.schedule;

import java.util.Arrays;

/// The published noise levels of Align Your Steps.
///
/// Those of ten steps are the authors' own (research.nvidia.com/labs/toronto-ai/AlignYourSteps, "howto"),
/// those of 32 go round as `Align Your Steps 32` in descendants of A1111's web UI, as ratios of the
/// highest level.
enum StepTable {
  SD1(14.615, 6.475, 3.861, 2.697, 1.886, 1.396, 0.963, 0.652, 0.399, 0.152, 0.029),
  SDXL(14.615, 6.315, 3.771, 2.181, 1.342, 0.862, 0.555, 0.380, 0.234, 0.113, 0.029),
  SVD(700.00, 54.5, 15.886, 7.977, 4.248, 1.789, 0.981, 0.403, 0.173, 0.034, 0.002),
  SD1_32(
      below(
          1,
          1.300323183382763,
          1.690840379611262,
          2.198638945761486,
          2.622696705671493,
          3.098705619671305,
          3.661108232617473,
          4.152506637972936,
          4.662023756728857,
          5.234059175875519,
          5.874818853387466,
          6.593316416277412,
          7.399687115002039,
          8.213824943635682,
          9.050917900247738,
          9.973321246245751,
          11.115344803852001,
          12.529738625194212,
          14.124109921351757,
          15.959814856974724,
          18.099481611774999,
          20.526004748634670,
          23.506648288108032,
          27.541589307433523,
          32.269132736422456,
          38.982216080970984,
          53.219344283057142,
          72.656173487928834,
          103.609326413189740,
          218.693105563304210,
          461.605857767280530)),
  SDXL_32(
      below(
          1,
          1.310860875657935,
          1.718356235075352,
          2.252525958180810,
          2.688026675053433,
          3.174423075322040,
          3.748832539417044,
          4.463856789920335,
          5.326233593328242,
          6.355213820679800,
          7.477672611007930,
          8.745803592589411,
          10.228995682978878,
          11.864653584709637,
          13.685783347784952,
          15.786441921021279,
          18.202564111697559,
          20.980440157432400,
          24.182245076323649,
          27.652401723193991,
          31.246429590323925,
          35.307579021272943,
          40.308138967569972,
          47.132212095147923,
          55.111585405517003,
          65.460441760115945,
          82.786347724072168,
          104.698036963744033,
          138.041693219503482,
          264.794761864988552,
          507.935470821253285));

  @SuppressWarnings("ImmutableEnumChecker") // only copies are handed out
  private final double[] levels;

  StepTable(double... levels) {
    this.levels = levels;
  }

  /// Levels by how many times the highest one, that of Stable Diffusion, is above them; then the lowest.
  private static double[] below(double... ratios) {
    double[] levels = Arrays.copyOf(ratios, ratios.length + 1);
    for (int i = 0; i < ratios.length; i++) {
      levels[i] = 14.614641189575195 / ratios[i];
    }
    levels[ratios.length] = 0.015;
    return levels;
  }

  /// From high to low.
  double[] levels() {
    return levels.clone();
  }
}
