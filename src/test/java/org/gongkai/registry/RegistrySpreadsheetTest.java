package org.gongkai.registry;

import static org.gongkai.registry.CsvFiles.load;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that files are read as Excel and WPS save them. */
@QuarkusTest
class RegistrySpreadsheetTest extends ServiceTest {

    private static final String CATEGORIES = "code,name\r\nfinance,财政\r\n";

    private static ValidatableResponse send(String register, String contentType, byte[] csv) {
        return RestAssured.given()
                .header("Content-Type", contentType)
                .body(csv)
                .put("/api/v1/" + register)
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, UTF-8",
        "text/csv, GBK",
        "text/csv, GB2312",
        "text/csv, GB18030",
        "text/csv, UTF-16",
        "text/csv;charset=gbk, GBK",
        "text/csv;charset=GB18030, GB18030",
        "text/csv;charset=\"gb2312\", GBK",
        "text/csv;charset=utf-16le, UTF-16LE",
        "text/csv;charset=Big5, Big5",
        "text/csv;charset=ISO-8859-1, GBK",
        "text/csv;charset=utf-8, UTF-8"
    })
    void readsEveryEncodingOfASpreadsheet(String contentType, String charset) {
        String name = charset.equals("Big5") ? "財政" : "财政";

        send("categories", contentType, CATEGORIES.replace("财政", name).getBytes(Charset.forName(charset)))
                .statusCode(200)
                .body("added", equalTo(1));

        get("categories/finance").body("name", equalTo(name));
    }

    @Test
    void readsUnicodeTextOfExcel() {
        send("categories", "text/csv", ("\uFEFF" + CATEGORIES.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE))
                .statusCode(200);

        get("categories/finance").body("name", equalTo("财政"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-32"})
    void refusesOtherEncodings(String charset) {
        send("categories", "text/csv", CATEGORIES.getBytes(Charset.forName(charset)))
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-csv"))
                .body("detail", containsString("CSV UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=,\r\ncode,name\r\nfinance,财政\r\n",
                "SEP=;\r\ncode;name\r\nfinance;财政\r\n",
                "\"sep=,\"\r\ncode,name\r\nfinance,财政\r\n",
                "sep=,,\r\ncode,name,\r\nfinance,财政,\r\n",
                "sep=\t\ncode\tname\nfinance\t财政\n",
                "\uFEFFsep=;\ncode;name\nfinance;财政\n",
                "code;name\r\nfinance;财政\r\n",
                "code\tname\r\nfinance\t财政\r\n",
                "\r\n\t\r\ncode\tname\r\nfinance\t财政\r\n"
            })
    void findsTheSeparator(String file) {
        load("categories", file.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("added", equalTo(1));

        get("categories/finance").body("name", equalTo("财政"));
    }

    /** The spreadsheet does not show the line that names the separator. */
    @Test
    void doesNotCountTheLineOfTheSeparator() {
        load("categories", "sep=,", "code,name", "finance,")
                .statusCode(422)
                .body("findings.pointer", contains("/2/name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020年1月1日",
                "2020年01月01日",
                "2020 年 1 月 1 日",
                "2020年1月1日 星期三",
                "2020-1-1",
                "2020-01-01",
                "2020.1.1",
                "2020.01.01",
                "2020/1/1",
                "20200101",
                "2020/1/1 0:00",
                "2020-01-01 00:00:00",
                "2020-01-01T00:00:00",
                "２０２０－１－１",
                " 2020-01-01 ",
                "\u00A02020/1/1\u200B",
                "'2020-01-01"
            })
    void readsDates(String date) {
        load("districts", "code,name,validFrom", "430000,湖南省," + date).statusCode(200);

        get("districts/430000").body("validFrom", equalTo("2020-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "43831, 设为日期格式",
        "43831.5, 设为日期格式",
        "1/2/2020, 2024-01-31",
        "20/1/1, 2024-01-31",
        "2020-13-01, 2024-01-31",
        "20200230, 2024-01-31",
        "2020年1月, 2024-01-31",
        "2020-01/01, 2024-01-31",
        "2020/1/1 8:30, 2024-01-31",
        "2020, 2024-01-31"
    })
    void saysWhatToChangeWhereADateIsAmbiguous(String date, String message) {
        load("districts", "code,name,validFrom", "430000,湖南省," + date)
                .statusCode(422)
                .body("findings.pointer", contains("/2/validFrom"))
                .body("findings[0].message", containsString(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "430212.0",
                "430212.00",
                "'430212",
                "‘430212",
                "＇430212",
                "４３０２１２",
                "4.30212E+05",
                "4.30212e5",
                "\"430,212\"",
                "\"=\"\"430212\"\"\"",
                " 430212 ",
                "\u00A0430212",
                "\uFEFF430212\u200B"
            })
    void readsCodesThatASpreadsheetHasChanged(String code) {
        registerAll();

        load("agencies", "code,name,district,category,kind", "other,某局," + code + ",finance,DEPARTMENT")
                .statusCode(200);
        load("districts", "code,name,parent", code + ",渌口区,430200")
                .statusCode(200)
                .body("unchanged", equalTo(1));

        get("agencies/other").body("district", equalTo("430212"));
    }

    @ParameterizedTest
    @CsvSource({"4.30281E+11, 变成数字", "4.3E+05, 变成数字", "2024/1/1, 变成日期", "#N/A, 公式出错", "######, 公式出错"})
    void saysWhatToChangeWhereACodeIsLost(String code, String message) {
        load("categories", "code,name", code + ",财政")
                .statusCode(422)
                .body("findings.pointer", contains("/2/code"))
                .body("findings[0].message", containsString(message))
                .body("findings[0].message", containsString("请"));
    }

    @Test
    void saysThatZerosAtTheBeginningWereLost() {
        registerAll();
        put("categories/0120", Map.of("name", "甲")).statusCode(201);

        load("categories", "code,name", "120,甲")
                .statusCode(422)
                .body("findings.pointer", contains("/2/code"))
                .body("findings[0].message", containsString("0120"));
        load("agencies", "code,name,district,category,kind", "other,某局,430212,120,DEPARTMENT")
                .statusCode(422)
                .body("findings.pointer", contains("/2/category"))
                .body("findings[0].message", containsString("0120"));
    }

    @Test
    void saysThatACreditCodeBecameANumber() {
        registerAll();

        load(
                        "agencies",
                        "code,name,district,category,kind,unifiedSocialCreditCode",
                        "other,某局,430212,finance,DEPARTMENT,1.14302E+17")
                .statusCode(422)
                .body("findings.pointer", contains("/2/unifiedSocialCreditCode"))
                .body("findings[0].message", containsString("设为文本格式"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CODE,NAME,DISTRICT,CATEGORY,KIND",
                " Code , Name ,District, Category,Kind",
                "\u00A0code,name\u200B,district,category,kind",
                "代码,名称,行政区划,类别,类型",
                "机关代码,机关名称,区划代码,部门类别,机关类型",
                "代码*,名称（必填）,行政区划,类别,类型",
                "代码（code）,名称（name）,行政区划（district）,类别（category）,类型（kind）"
            })
    void readsHeadersInOtherSpellings(String header) {
        registerAll();

        load("agencies", header, "other,某局,430212,finance,department").statusCode(200);

        get("agencies/other").body("kind", equalTo("DEPARTMENT"));
    }

    @Test
    void readsAllChineseHeaders() {
        load("districts", "区划代码,区划名称,上级区划,层级,生效日期,失效日期,承继区划", "430000,湖南省,,省,,,", "430200,株洲市,430000,市,1983年2月8日,,")
                .statusCode(200)
                .body("added", equalTo(2));
        load("categories", "类别代码,类别名称", "finance,财政").statusCode(200);
        load(
                        "agencies",
                        "单位代码,单位名称,更名日期,行政区划代码,类别代码,性质,统一社会信用代码,成立日期,撤销日期,承继机关",
                        "old,某局,,430200,finance,政府,11341702486344515h,2010.1.1,2020年1月1日,new",
                        "new,某局,,430200,finance,政府,,2020/1/2,,")
                .statusCode(200)
                .body("added", equalTo(2));

        get("agencies/old").body("validTo", equalTo("2020-01-01")).body("successor", equalTo("new"));
        get("agencies/new").body("kind", equalTo("GOVERNMENT"));
    }

    @Test
    void refusesAColumnThatIsNamedTwice() {
        load("categories", "code,代码,name", "finance,finance,财政")
                .statusCode(422)
                .body("findings.pointer", contains("/1/code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code;name,level", "code，name"})
    void saysThatTheSeparatorIsAmbiguous(String header) {
        load("categories", header, "finance;财政")
                .statusCode(422)
                .body("findings.pointer", contains("/1"))
                .body("findings[0].message", containsString("分隔"));
    }
}
