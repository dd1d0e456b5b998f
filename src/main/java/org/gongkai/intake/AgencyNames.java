package org.gongkai.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.commandline.CommandFailure;
import org.gongkai.csv.Csv;
import org.gongkai.csv.Csv.CsvLine;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.text.EqualText;
import org.gongkai.text.Text;

/** The agencies of a registry, read from its CSV file, and what their names tell about other agencies. */
final class AgencyNames {

    private static final List<String> COLUMNS = List.of("code", "name", "district", "category", "kind");

    private static final Text NO_REGISTRY = new Text(
            "文件 %s 不是机关清单：须为 CSV，含 code、name、district、category、kind 各列",
            "The file %s is no list of agencies: it must be CSV with the columns code, name, district, category and kind");

    private final List<Entry> entries;
    private final Map<String, Entry> byName;

    /**
     * An agency of the registry.
     *
     * @param code its code
     * @param name its name
     * @param district code of its district
     * @param category code of its category
     * @param isGovernment whether it is a government
     */
    record Entry(String code, String name, String district, String category, boolean isGovernment) {}

    AgencyNames(List<Entry> entries) {
        this.entries = entries;
        this.byName = entries.stream()
                .collect(Collectors.toMap(entry -> EqualText.key(entry.name()), entry -> entry, (one, same) -> one));
    }

    /** Reads the file that the service exports, or that it imports. */
    static AgencyNames read(Path file) throws IOException {
        String csv = Files.readString(file, StandardCharsets.UTF_8);
        List<CsvLine> lines = Csv.read(csv.startsWith(Csv.BYTE_ORDER_MARK) ? csv.substring(1) : csv)
                .lines();
        List<String> header = lines.isEmpty() ? List.of() : lines.get(0).cells();
        if (!header.containsAll(COLUMNS)) {
            throw new CommandFailure(NO_REGISTRY.with(file));
        }
        List<Entry> entries = new ArrayList<>();
        for (CsvLine line : lines.subList(1, lines.size())) {
            List<String> cells = COLUMNS.stream()
                    .map(column -> cell(line, header.indexOf(column)))
                    .toList();
            entries.add(new Entry(
                    cells.get(0),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4).equals(AgencyKind.GOVERNMENT.name())));
        }
        return new AgencyNames(entries);
    }

    private static String cell(CsvLine line, int column) {
        return column < line.cells().size() ? line.cells().get(column).strip() : "";
    }

    List<Entry> entries() {
        return entries;
    }

    /** Returns the agency that has exactly this name. */
    Optional<Entry> named(String name) {
        return Optional.ofNullable(byName.get(EqualText.key(name)));
    }
}
