package org.gongkai.openapi;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.ReportHead;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/** Adds the labels and limits of the statutory form to its schemas. */
final class FormSchemas {

    private static final String APPLICANT_TYPE = "ApplicantType";

    /** The schemas whose year can be any that a client sent. */
    private static final Set<String> REPEATING = Set.of("BatchLine", "Imported");

    /** The members that are report years. */
    private static final Set<String> YEARS = Set.of("year", "firstYear", "lastYear");

    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(9999);

    private FormSchemas() {}

    static void document(OpenAPI document) {
        Components components = document.getComponents();
        Map<String, Schema> schemas = components.getSchemas();
        for (Form form : Forms.all()) {
            document(form.root(), form.type(), schemas);
            name(form, schemas.get(form.type().getSimpleName()));
        }
        components.addSchema("Report", anyForm());
        components.addSchema(APPLICANT_TYPE, applicantTypes());
        Operations.all(document)
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getName().equals("applicantType"))
                .forEach(parameter ->
                        parameter.getSchema().items(OASFactory.createSchema().ref(APPLICANT_TYPE)));
        BigDecimal firstYear = BigDecimal.valueOf(Forms.firstYear());
        schemas.get("ReportYear").setMinimum(firstYear);
        schemas.get("YearFilter").setMinimum(firstYear);
        limitYears(schemas, firstYear);
    }

    /** Sets the first year that has a form as the minimum of years, except where an answer repeats what the client sent. */
    private static void limitYears(Map<String, Schema> schemas, BigDecimal firstYear) {
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null && !REPEATING.contains(name)) {
                schema.getProperties().forEach((member, property) -> {
                    if (YEARS.contains(member)) {
                        property.minimum(firstYear).setMaximum(LAST_YEAR);
                    }
                });
            }
        });
    }

    /**
     * Adds the member that names the form, by which clients tell the forms apart. They need it in every report; the service
     * also accepts reports without it.
     */
    private static void name(Form form, Schema report) {
        Map<String, Schema> properties = new LinkedHashMap<>(head());
        properties.put(
                Form.NAME_MEMBER,
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .addEnumeration(form.name())
                        .title("表式")
                        .description(
                                "The form, by the year of the notice that prescribes it: "
                                        + form.notice().zh()
                                        + ". Answers always name it; a submission may omit it. It is not part of the content hash"));
        properties.putAll(report.getProperties());
        report.setProperties(properties);
        report.addRequired(Form.NAME_MEMBER);
    }

    /** Returns the members that say which report it is. Answers have them; a submission may omit them. */
    private static Map<String, Schema> head() {
        Map<String, Schema> head = new LinkedHashMap<>();
        head.put(
                ReportHead.AGENCY,
                headMember(
                                Schema.SchemaType.STRING,
                                "机关代码",
                                "Code of the agency. If a submission has it, it must be that of the address")
                        .pattern(CodeFormat.PATTERN));
        head.put(
                ReportHead.AGENCY_NAME,
                headMember(
                                Schema.SchemaType.STRING,
                                "机关名称",
                                "Name of the agency in the report year. Of a submission, it is not compared")
                        .minLength(1)
                        .maxLength(NameLength.REGISTERED));
        head.put(
                ReportHead.YEAR,
                headMember(
                        Schema.SchemaType.INTEGER,
                        "年度",
                        "The report year. If a submission has it, it must be that of the address"));
        head.put(
                ReportHead.REVISION,
                headMember(
                                Schema.SchemaType.INTEGER,
                                "版本号",
                                "Number of the revision. A submission may have that of the revision it was made from")
                        .minimum(BigDecimal.ONE));
        return head;
    }

    private static Schema headMember(Schema.SchemaType type, String title, String description) {
        return OASFactory.createSchema()
                .addType(type)
                .title(title)
                .description(description + ". It is not part of the content hash");
    }

    private static Schema applicantTypes() {
        Schema types = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description("A type of applicant: a column of table 3");
        Forms.applicantTypes().forEach(types::addEnumeration);
        return types;
    }

    /** Returns the schema of a report on any form, the newest form first. */
    private static Schema anyForm() {
        Discriminator byName = OASFactory.createDiscriminator().propertyName(Form.NAME_MEMBER);
        Forms.all()
                .forEach(form -> byName.addMapping(
                        form.name(), "#/components/schemas/" + form.type().getSimpleName()));
        Schema report = OASFactory.createSchema()
                .discriminator(byName)
                .description("A report in the form of its year: "
                        + Forms.all().stream()
                                .map(form -> form.type().getSimpleName() + " from " + form.firstYear() + " on")
                                .collect(Collectors.joining(", ")));
        Forms.all().stream()
                .sorted(Comparator.comparingInt(Form::firstYear).reversed())
                .map(form -> OASFactory.createSchema().ref(form.type().getSimpleName()))
                .forEach(report::addOneOf);
        return report;
    }

    private static void document(FormNode formNode, Class<?> type, Map<String, Schema> schemas) {
        Schema schema = schemas.get(type.getSimpleName());
        if (schema == null) {
            throw new IllegalStateException(type.getSimpleName() + "has no schema: add its form to package-info");
        }
        schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        for (FormNode child : formNode.children()) {
            Schema property = schema.getProperties().get(child.name());
            property.setTitle(child.label().zh());
            limit(child, property);
            if (!child.children().isEmpty()) {
                document(child, child.type(), schemas);
            }
        }
    }

    private static void limit(FormNode formNode, Schema property) {
        switch (formNode.kind()) {
            case TEXT -> property.setMaxLength(Form.MAX_TEXT);
            case CHANGE ->
                property.minimum(BigDecimal.valueOf(-Form.MAX_COUNT)).maximum(BigDecimal.valueOf(Form.MAX_COUNT));
            case COUNT -> property.minimum(BigDecimal.ZERO).maximum(BigDecimal.valueOf(Form.MAX_COUNT));
            case AMOUNT -> property.minimum(BigDecimal.ZERO).maximum(Form.MAX_AMOUNT);
            default -> {}
        }
    }
}
