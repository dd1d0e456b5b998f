package org.gongkai.transcription.carrier.pdf;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.gongkai.transcription.place.Box;

/** Runs the drawing operators of a page and hands on what becomes visible. It draws nothing and decodes no picture. */
final class PageReader extends PDFGraphicsStreamEngine {

    private final PageView view;
    private final OptionalContent layers;
    private final FontGuard fonts;
    private final PdfBudget budget;
    private final PageInk ink;
    private final DrawnPath path = new DrawnPath();
    private final Point2D.Float current = new Point2D.Float();
    private final Deque<Box> clips = new ArrayDeque<>();
    private Box clip;
    private boolean clipping;
    private int hidden;

    PageReader(PDPage page, PageView view, OptionalContent layers, FontGuard fonts, PdfBudget budget) {
        super(page);
        this.view = view;
        this.layers = layers;
        this.fonts = fonts;
        this.budget = budget;
        this.clip = view.box();
        this.ink = new PageInk(view, budget);
    }

    /** Reads the page and its annotations. */
    PageInk read() throws IOException {
        processPage(getPage());
        for (PDAnnotation annotation : getPage().getAnnotations()) {
            annotation(annotation);
        }
        return ink;
    }

    private void annotation(PDAnnotation annotation) throws IOException {
        if (annotation.isHidden() || annotation.isNoView() || layers.isHidden(annotation.getOptionalContent())) {
            return;
        }
        if (annotation.getAppearance() == null) {
            ink.unread(annotation);
            return;
        }
        budget.enterForm();
        clip = view.box();
        clips.clear();
        hidden = 0;
        showAnnotation(annotation);
        budget.leaveForm();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator();
        fonts.check(operator.getName(), operands, getResources());
        super.processOperator(operator, operands);
    }

    @Override
    public void saveGraphicsState() {
        budget.savedStates(clips.size());
        super.saveGraphicsState();
        clips.push(clip);
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        clip = clips.isEmpty() ? clip : clips.pop();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        nested(form, () -> super.showForm(form));
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        nested(form, () -> super.showTransparencyGroup(form));
    }

    /** A part of the drawing. */
    @FunctionalInterface
    private interface Drawing {

        void run() throws IOException;
    }

    private void nested(PDFormXObject form, Drawing drawing) throws IOException {
        budget.enterForm();
        if (hidden == 0 && !layers.isHidden(form.getOptionalContent())) {
            Box outside = clip;
            int depth = clips.size();
            drawing.run();
            while (clips.size() > depth) {
                clips.pop();
            }
            clip = outside;
        }
        budget.leaveForm();
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        boolean hides =
                COSName.OC.equals(tag) && properties != null && layers.isHidden(PDPropertyList.create(properties));
        hidden += hidden > 0 || hides ? 1 : 0;
    }

    @Override
    public void endMarkedContentSequence() {
        hidden = Math.max(0, hidden - 1);
    }

    @Override
    protected void showGlyph(Matrix textMatrix, PDFont font, int code, Vector displacement) throws IOException {
        budget.glyph();
        budget.steps(fonts.ranges(font));
        if (hidden == 0) {
            ink.glyph(textMatrix, font, code, displacement, getGraphicsState(), clip);
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(seen(p0));
        path.lineTo(seen(p1));
        path.lineTo(seen(p2));
        path.lineTo(seen(p3));
        path.close();
    }

    private Point2D.Float seen(Point2D point) {
        return view.point(point.getX(), point.getY());
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(view.point(x, y));
        current.setLocation(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(view.point(x, y));
        current.setLocation(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(view.point(x1, y1), view.point(x2, y2), view.point(x3, y3));
        current.setLocation(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        path.close();
    }

    @Override
    public void clip(int windingRule) {
        clipping = true;
    }

    @Override
    public void endPath() {
        finish();
    }

    @Override
    public void strokePath() throws IOException {
        paint(false, true);
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        paint(true, false);
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        paint(true, true);
    }

    private void paint(boolean fills, boolean strokes) throws IOException {
        budget.shape();
        PDGraphicsState state = getGraphicsState();
        if (hidden == 0 && fills && state.getNonStrokeAlphaConstant() > PageInk.FAINT) {
            ink.fill(path, color(state.getNonStrokingColor()), isOpaque(state), clip);
        }
        if (hidden == 0 && strokes && state.getAlphaConstant() > PageInk.FAINT) {
            ink.stroke(path, color(state.getStrokingColor()), clip);
        }
        finish();
    }

    /** Returns whether what is filled hides what lies below it. The mark of a highlighter does not. */
    private static boolean isOpaque(PDGraphicsState state) {
        return state.getNonStrokeAlphaConstant() >= PageInk.OPAQUE && state.getBlendMode() == BlendMode.NORMAL;
    }

    static int color(PDColor color) throws IOException {
        return color.isPattern() ? 0x808080 : color.toRGB();
    }

    /** Ends a path. A clipping path takes effect after it. */
    private void finish() {
        if (clipping) {
            clip = path.isEmpty() ? clip : clip.intersection(path.bounds());
            clipping = false;
        }
        path.clear();
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        budget.shape();
        boolean shown = hidden == 0
                && !(image instanceof PDImageXObject picture && layers.isHidden(picture.getOptionalContent()));
        if (shown) {
            ink.picture(view.transform().createTransformedShape(unitSquare()).getBounds2D(), isOpaque(image), clip);
        }
    }

    private Shape unitSquare() {
        return getGraphicsState()
                .getCurrentTransformationMatrix()
                .createAffineTransform()
                .createTransformedShape(new Rectangle2D.Float(0, 0, 1, 1));
    }

    private static boolean isOpaque(PDImage image) {
        COSDictionary dictionary = image.getCOSObject();
        return !image.isStencil() && !dictionary.containsKey(COSName.SMASK) && !dictionary.containsKey(COSName.MASK);
    }

    @Override
    public void shadingFill(COSName shadingName) {
        budget.shape();
    }
}
