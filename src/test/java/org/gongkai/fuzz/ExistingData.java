package org.gongkai.fuzz;

import java.util.List;
import java.util.Map;

/**
 * The data that the service holds during the test, so that requests pass the first checks.
 *
 * @param values existing values by name of parameter or member
 * @param tokens tokens of callers with a role
 * @param expired a token that has expired
 */
record ExistingData(Map<String, List<String>> values, List<String> tokens, String expired) {

    /** Returns bodies that are not JSON. */
    List<String> texts(String operation, String mediaType) {
        return switch (operation) {
            case "loadDistricts" ->
                List.of("code,name,parent,level\n430299,某区,430200,COUNTY\n", "code,name\n430200,株洲市\n");
            case "loadCategories" -> List.of("code,name\nfinance,财政\nculture,\"文化,旅游\"\n");
            case "loadAgencies" ->
                List.of("code,name,district,category,kind\n430212-finance,株洲市渌口区财政局,430212,finance,DEPARTMENT\n");
            default ->
                List.of("<html><body><table><tr><td>一、总体情况</td></tr></table></body></html>", "2023年政府信息公开工作年度报告");
        };
    }
}
