package dev.darkroom.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.image.ContactSheet;
import dev.darkroom.core.image.ContactSheet.Cell;
import dev.darkroom.core.image.Image;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ContactSheetTests {

  private static final int SIZE = 64;
  private static final int GAP = 4;

  private static Image gray(int width, int height, int level) {
    byte[] pixels = new byte[width * height * Image.RGB];
    Arrays.fill(pixels, (byte) level);
    return Image.of(width, height, Image.RGB, pixels);
  }

  private static long black(Image sheet, int left, int top, int width, int height) {
    return IntStream.range(0, width * height)
        .filter(i -> sheet.at(left + i % width, top + i / width, 0) == 0)
        .count();
  }

  @Test
  void putsPicturesInRowsAndLabelsBeneath() {
    List<Cell> cells =
        List.of(
            new Cell("one", gray(SIZE, SIZE, 50)),
            new Cell("", gray(SIZE, SIZE, 100)),
            new Cell("three", gray(SIZE, SIZE, 150)));
    Image sheet = ContactSheet.of(cells, 2);
    assertThat(sheet.width()).isEqualTo(3 * GAP + 2 * SIZE);
    assertThat(sheet.at(GAP, GAP, 0)).isEqualTo(50);
    assertThat(sheet.at(2 * GAP + SIZE, GAP, 1)).isEqualTo(100);
    int pitch = (sheet.height() - GAP) / 2;
    assertThat(sheet.at(GAP, GAP + pitch, 2)).isEqualTo(150);
    assertThat(black(sheet, GAP, GAP + SIZE, SIZE, pitch - SIZE - GAP)).isPositive();
    assertThat(black(sheet, 2 * GAP + SIZE, GAP + SIZE, SIZE, pitch - SIZE - GAP)).isZero();
    assertThat(sheet.at(2 * GAP + SIZE, GAP + pitch, 0)).isEqualTo(255);
  }

  @Test
  void writesLetters() {
    Image sheet = ContactSheet.of(List.of(new Cell("L", gray(SIZE, SIZE, 50))), 1);
    int top = GAP + SIZE + GAP;
    assertThat(black(sheet, GAP, top, 1, 7)).isEqualTo(7);
    assertThat(black(sheet, GAP, top + 6, 5, 1)).isEqualTo(5);
    assertThat(black(sheet, GAP, top, SIZE, 7)).isEqualTo(11);
  }

  @Test
  void showsAQuestionMarkForLettersThatItLacks() {
    Image picture = gray(SIZE, SIZE, 50);
    assertThat(ContactSheet.of(List.of(new Cell("ø\uD83C\uDF4E", picture)), 1))
        .isEqualTo(ContactSheet.of(List.of(new Cell("???", picture)), 1));
  }

  @Test
  void breaksLongLabelsAtSpaces() {
    Image one = ContactSheet.of(List.of(new Cell("ten letter", gray(SIZE, SIZE, 50))), 1);
    Image two = ContactSheet.of(List.of(new Cell("eleven lett", gray(SIZE, SIZE, 50))), 1);
    assertThat(two.height() - one.height()).isEqualTo(10);
    Image cut = ContactSheet.of(List.of(new Cell("unbreakable label", gray(8, 8, 0))), 1);
    assertThat(cut.width()).isEqualTo(8 + 2 * GAP);
  }

  @Test
  void leavesRoomForTheLargestAndShowsPaperThroughTransparency() {
    byte[] clear = {0, 0, 0, 0};
    List<Cell> cells =
        List.of(
            new Cell("a", Image.of(1, 1, Image.RGBA, clear)), new Cell("b", gray(SIZE, SIZE, 9)));
    Image sheet = ContactSheet.of(cells, 10);
    assertThat(sheet.width()).isEqualTo(3 * GAP + 2 * SIZE);
    assertThat(sheet.at(GAP, GAP, 0)).isEqualTo(255);
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> ContactSheet.of(Collections.emptyList(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContactSheet.of(List.of(new Cell("", gray(1, 1, 0))), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
