package org.gongkai.transcription.carrier.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.gongkai.transcription.place.Box;

/**
 * A page as a reader holds it: turned so that its text is upright, measured from its top left corner.
 *
 * @param transform leads from the coordinates of the file to those of the view
 * @param width the width as seen
 * @param height the height as seen
 */
record PageView(AffineTransform transform, float width, float height) {

    private static final int QUARTERS = 4;
    private static final int DEGREES = 90;

    /**
     * Returns the view of a page.
     *
     * @param turns the quarter turns, clockwise, that make its text upright in addition to the rotation that it states
     */
    static PageView of(PDPage page, int turns) {
        PDRectangle box = page.getCropBox();
        float width = box.getWidth();
        float height = box.getHeight();
        AffineTransform view =
                switch (Math.floorMod(page.getRotation() / DEGREES + turns, QUARTERS)) {
                    case 1 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(0, -1, -1, 0, height, width);
                    default -> new AffineTransform(1, 0, 0, -1, 0, height);
                };
        view.translate(-box.getLowerLeftX(), -box.getLowerLeftY());
        boolean turned = view.getScaleX() == 0;
        return new PageView(view, turned ? height : width, turned ? width : height);
    }

    Point2D.Float point(double x, double y) {
        Point2D.Float seen = new Point2D.Float();
        transform.transform(new Point2D.Double(x, y), seen);
        return seen;
    }

    Box box() {
        return new Box(0, 0, width, height);
    }
}
