package org.gongkai.registry.district;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.audit.EventType;
import org.gongkai.csv.CsvColumn;
import org.gongkai.csv.CsvColumns;
import org.gongkai.csv.CsvFile;
import org.gongkai.csv.CsvImport;
import org.gongkai.csv.ImportSummary;
import org.gongkai.csv.UpsertResult;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.code.CodeList;
import org.gongkai.registry.code.EqualCodes;
import org.gongkai.registry.entry.EntryCheck;
import org.gongkai.registry.entry.RegistryAuditLog;
import org.gongkai.security.Actor;
import org.gongkai.text.DivisionCode;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The register of administrative divisions. */
@ApplicationScoped
public class Districts {

    static final CsvColumns<DistrictEntry> COLUMNS = new CsvColumns<>(
            List.of(
                    CsvColumn.required(CsvColumns.CODE, DistrictEntry::code)
                            .ofCodes()
                            .alsoCalled("代码", "编码", "区划代码", "行政区划代码"),
                    CsvColumn.required("name", DistrictEntry::name).alsoCalled("名称", "区划名称", "行政区划名称"),
                    CsvColumn.reference("parent", DistrictEntry::parent)
                            .alsoCalled("上级", "上级代码", "上级区划", "上级区划代码", "上级行政区划"),
                    CsvColumn.optional("level", DistrictEntry::level).alsoCalled("层级", "级别"),
                    CsvColumn.optional("validFrom", DistrictEntry::validFrom).alsoCalled("生效日期", "起始日期", "设立日期"),
                    CsvColumn.optional("validTo", DistrictEntry::validTo).alsoCalled("失效日期", "终止日期", "撤销日期"),
                    CsvColumn.reference("successor", DistrictEntry::successor).alsoCalled("承继区划", "承继方", "承继区划代码")),
            DivisionCode::key,
            line -> new DistrictEntry(
                    line.text(CsvColumns.CODE),
                    line.text("name"),
                    line.text("parent"),
                    line.choice("level", DistrictLevel.values(), DistrictLevel::label),
                    line.date("validFrom"),
                    line.date("validTo"),
                    line.text("successor"),
                    List.of()));

    private static final String LOCK_TABLE = "lock table district in share row exclusive mode";

    private final RegistryAuditLog auditLog;

    Districts(RegistryAuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /**
     * Returns the patterns of the paths of some districts and of all districts inside them.
     *
     * @param districts codes that exist
     */
    public static List<String> pathsWithin(Collection<String> districts) {
        return districts.stream().map(district -> require(district).path + "%").toList();
    }

    /**
     * Returns a district.
     *
     * @throws ProblemException if the code is unknown
     */
    public static District require(String code) {
        return District.<District>findByIdOptional(code)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_DISTRICT,
                        EqualCodes.unknown(
                                new Text("没有行政区划 %s", "Unknown district %s").with(code), CodeList.DISTRICT, code)));
    }

    /**
     * Locks the register against other changes until the transaction ends, so that the checks of an entry still hold
     * when it is stored. Changes are rare, and reads do not wait.
     */
    private static void lock() {
        Panache.getEntityManager().createNativeQuery(LOCK_TABLE).executeUpdate();
    }

    /** Adds or changes a district. */
    @Transactional
    public UpsertResult put(String code, DistrictEntry entry, Actor actor) {
        EntryCheck.requireCode(code);
        lock();
        return store(code, entry, actor);
    }

    /** Adds or changes the districts in a file; changes nothing if there is a finding. */
    @Transactional
    @TransactionConfiguration(timeout = CsvImport.MAX_SECONDS)
    ImportSummary load(CsvFile<DistrictEntry> file, Actor actor, Language language) {
        lock();
        ImportSummary summary = CsvImport.run(file, (code, entry) -> {
            EntryCheck.refuseLostZeros(CodeList.DISTRICT, code, id -> District.findById(id));
            return store(code, entry, actor);
        });
        return summary.with(file.warnings(entry -> DistrictWarnings.of(entry, language), language));
    }

    /** Stores an entry. The caller must hold the lock on the register. */
    UpsertResult store(String code, DistrictEntry entry, Actor actor) {
        District known = District.findById(code);
        EntryCheck check = new EntryCheck(CodeList.DISTRICT, code, entry.code())
                .unique(known)
                .name(entry.name())
                .validity(entry.validFrom(), entry.validTo(), entry.successor() != null);
        District parent = parent(code, known, entry, check);
        DistrictLevel level = level(code, parent, entry, check);
        District successor = check.successor(
                known, entry.successor(), id -> District.findById(id), next -> Stream.ofNullable(next.successor));
        checkContinuity(entry, successor, check);
        check.refuse();

        DistrictEntry before = known == null ? null : DistrictEntry.of(known);
        District district = known == null ? new District() : known;
        district.code = code;
        district.name = entry.name();
        district.parent = parent;
        district.level = (short) level.rank();
        district.validFrom = entry.validFrom();
        district.validTo = entry.validTo();
        district.successor = successor;
        moveTo((parent == null ? "" : parent.path) + code + "/", district);
        district.persist();
        return auditLog.record(EventType.DISTRICT_CHANGED, code, before, DistrictEntry.of(district), actor);
    }

    /**
     * Returns the district that corresponds to another one on a day: its successor if the district had ended by then,
     * and its predecessor if it did not exist yet. If several districts were merged into one, the predecessor is
     * ambiguous, and the merged district is returned.
     */
    public static District on(LocalDate day, District district) {
        District then = district;
        while (then.successor != null && then.validTo.isBefore(day)) {
            then = then.successor;
        }
        while (then.validFrom != null && then.validFrom.isAfter(day)) {
            List<District> before = District.list("successor", then);
            if (before.size() != 1) {
                return then;
            }
            then = before.get(0);
        }
        return then;
    }

    /** Checks that the successor exists on the day after the end. */
    private static void checkContinuity(DistrictEntry entry, District successor, EntryCheck check) {
        if (successor != null
                && entry.validTo() != null
                && !successor.existsOn(entry.validTo().plusDays(1))) {
            check.addFinding(
                    "successor",
                    new Text("%s 在 %s 不存续，不能承继", "%s does not exist on %s, the day after the end")
                            .with(successor.code, entry.validTo().plusDays(1)));
        }
    }

    /** Changes the path of a district, and the paths of the districts inside it. */
    private static void moveTo(String path, District district) {
        if (district.path != null && !district.path.equals(path)) {
            District.update(
                    "path = concat(?1, substring(path, ?2)) where path like ?3 and code <> ?4",
                    path,
                    district.path.length() + 1,
                    district.path + "%",
                    district.code);
        }
        district.path = path;
    }

    private static District parent(String code, District known, DistrictEntry entry, EntryCheck check) {
        boolean itself = code.equals(entry.parent());
        District parent = entry.parent() == null || itself
                ? null
                : check.known("parent", CodeList.DISTRICT, entry.parent(), id -> District.findById(id));
        if (itself || known != null && parent != null && known.contains(parent)) {
            check.addFinding("parent", new Text("行政区划不能是自己的上级", "A district cannot be its own ancestor"));
        }
        return parent;
    }

    private static DistrictLevel level(String code, District parent, DistrictEntry entry, EntryCheck check) {
        Optional<DistrictLevel> level = Optional.ofNullable(entry.level())
                .or(() -> DistrictLevel.ofGb2260(DivisionCode.key(code)))
                .or(() -> Optional.ofNullable(parent)
                        .flatMap(outer -> DistrictLevel.ofRank(outer.level).below()));
        if (level.isEmpty()) {
            check.addFinding(
                    "level",
                    new Text("无法从代码 %s 推断层级，请填写", "Cannot be derived from the code %s; specify it").with(code));
        } else if (parent != null && level.get().rank() <= parent.level) {
            check.addFinding(
                    "level",
                    new Text("层级 %s 应低于上级的 %s", "Level %s must be below the parent's %s")
                            .with(
                                    level.get().code(),
                                    DistrictLevel.ofRank(parent.level).code()));
        } else if (holdsLevel(code, level.get())) {
            check.addFinding(
                    "level",
                    new Text("层级 %s 应高于其下辖的区划", "Level %s must be above the levels of the districts inside")
                            .with(level.get().code()));
        }
        return level.orElse(null);
    }

    private static boolean holdsLevel(String code, DistrictLevel level) {
        return District.count("parent.code = ?1 and level <= ?2", code, (short) level.rank()) > 0;
    }
}
