package org.gongkai.form;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The combined figures of several forms. A code means the same in every form that has it, so a figure can be added up
 * over all of them. If only one form breaks a row down, the code of the row stands for the sum of both.
 */
public final class Catalogue {

    private final Map<String, Figure> figures = new LinkedHashMap<>();

    private Catalogue(Collection<Form> newestFirst) {
        newestFirst.stream()
                .flatMap(form -> form.figures().stream())
                .forEach(figure -> figures.merge(figure.code(), figure, Catalogue::merged));
    }

    /** Combines the figures of forms: those of the newest form in print order, then those of older forms only. */
    public static Catalogue of(Collection<Form> forms) {
        Set<Form> newestFirst =
                new TreeSet<>(Comparator.comparingInt(Form::firstYear).reversed());
        newestFirst.addAll(forms);
        return new Catalogue(newestFirst);
    }

    public Collection<Figure> figures() {
        return figures.values();
    }

    public Optional<Figure> figure(String code) {
        return Optional.ofNullable(figures.get(code));
    }

    /** Returns the finest figures of all tables that all of the forms have in common. */
    public Stream<Figure> breakdown() {
        return figures.values().stream()
                .filter(figure -> !figure.code().contains("."))
                .flatMap(this::breakdown);
    }

    /** Returns the finest figures into which all of the forms break a figure down. */
    public Stream<Figure> breakdown(Figure figure) {
        return figure.leaves().stream()
                .filter(leaf -> figure.leaves().stream().noneMatch(other -> leaf.startsWith(other + ".")))
                .map(figures::get);
    }

    private static Figure merged(Figure newer, Figure older) {
        Set<String> leaves = new LinkedHashSet<>(newer.leaves());
        leaves.addAll(older.leaves());
        return new Figure(
                newer.code(),
                newer.label(),
                newer.table(),
                newer.position(),
                newer.place(),
                newer.role(),
                common(newer, older, Figure::unit),
                common(newer, older, Figure::measure),
                newer.signed(),
                newer.opensWith(),
                newer.cells(),
                List.copyOf(leaves),
                Stream.of(newer.applicantTypes(), older.applicantTypes())
                        .min(Comparator.comparingInt(List::size))
                        .orElseThrow());
    }

    private static <T> T common(Figure newer, Figure older, Function<Figure, T> attribute) {
        return Objects.equals(attribute.apply(newer), attribute.apply(older)) ? attribute.apply(newer) : null;
    }
}
