package org.gongkai.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The registry for the generated reports.
 *
 * @param divisions provinces, cities and districts, the higher ones first
 * @param offices the agencies
 */
record SampleRegistry(List<Division> divisions, List<Office> offices) {

    /** The codes of provinces (GB/T 2260). A smaller scale uses the first ones. */
    private static final List<String> PROVINCES = List.of("43", "32", "33", "34", "35", "36", "37", "41", "42", "44");

    private static final String[] FIRST = {"东", "西", "南", "北", "清", "安", "永", "新", "长", "德", "宁", "兴", "石", "高"};
    private static final String[] SECOND = {"湖", "陵", "江", "平", "山", "阳", "源", "川", "州", "城"};

    /**
     * An administrative division.
     *
     * @param code a code in the format of GB/T 2260
     * @param parent code of the division that contains it; empty for a province
     */
    record Division(String code, String name, String parent) {}

    /**
     * An agency.
     *
     * @param district code of its district
     */
    record Office(String code, String name, String district, AgencyProfile profile) {}

    static SampleRegistry of(Scale scale) {
        SampleRegistry sampleRegistry = new SampleRegistry(new ArrayList<>(), new ArrayList<>());
        PROVINCES.subList(0, scale.provinces).forEach(province -> sampleRegistry.addProvince(province, scale));
        return sampleRegistry;
    }

    /** Returns the code of the first city, which exists in every scale. */
    static String firstCity() {
        return PROVINCES.get(0) + "0100";
    }

    /** Returns the code of the first district, which exists in every scale. */
    static String firstDistrict() {
        return PROVINCES.get(0) + "0102";
    }

    /** Returns the codes of the districts that have agencies. */
    List<String> districts() {
        return offices.stream().map(Office::district).distinct().toList();
    }

    String divisionsAsCsv() {
        return "code,name,parent\n"
                + divisions.stream()
                        .map(each -> each.code() + "," + each.name() + "," + each.parent() + "\n")
                        .collect(Collectors.joining());
    }

    static String categoriesAsCsv() {
        return "code,name\n"
                + Arrays.stream(AgencyProfile.values())
                        .map(each -> each.code() + "," + each.title + "\n")
                        .collect(Collectors.joining());
    }

    static String asCsv(List<Office> offices) {
        return "code,name,district,category,kind\n"
                + offices.stream()
                        .map(each -> String.join(
                                ",",
                                each.code(),
                                each.name(),
                                each.district(),
                                each.profile().code(),
                                "DEPARTMENT\n"))
                        .collect(Collectors.joining());
    }

    private void addProvince(String province, Scale scale) {
        String code = province + "0000";
        divisions.add(new Division(code, "第" + province + "省", ""));
        for (int city = 1; city <= scale.cities; city++) {
            addCity("%s%02d00".formatted(province, city), code, city, scale);
        }
    }

    private void addCity(String code, String province, int number, Scale scale) {
        String name = FIRST[number % FIRST.length] + SECOND[number / FIRST.length] + "市";
        divisions.add(new Division(code, name, province));
        for (int district = 0; district < scale.districts; district++) {
            String within = code.substring(0, 4) + "%02d".formatted(district + 2);
            String kind = district < SECOND.length ? "区" : "县";
            addDistrict(within, FIRST[number % FIRST.length] + SECOND[district % SECOND.length] + kind, code, scale);
        }
    }

    private void addDistrict(String code, String name, String city, Scale scale) {
        divisions.add(new Division(code, name, city));
        for (int place = 0; place < scale.agencies; place++) {
            AgencyProfile profile = AgencyProfile.at(place);
            String office = "%s-%02d-%s".formatted(code, place, profile.code());
            offices.add(new Office(office, "%s%s（%d）".formatted(name, profile.title, place), code, profile));
        }
    }
}
