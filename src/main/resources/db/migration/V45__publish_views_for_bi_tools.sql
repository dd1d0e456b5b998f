-- Views for BI tools, a contract that docs/bi-views.md describes. They show what is in force. Later migrations change them with "create
-- or replace view" and add columns at the end only, so that granted rights stay.
--
-- No right is granted here: roles belong to the server and not to the database, and the role of the service may not create any.

-- The figures that bi_figure lists for each report on a form. The service fills both tables from its forms at each start.
create table published_series (
    -- first report year of the form
    first_year smallint not null,
    series     smallint not null constraint published_series_series_fk references series,
    -- print order, from 1
    position   smallint not null,
    section    smallint not null,
    composed   boolean  not null,
    measure    text     not null,
    unit       text     not null,
    constraint published_series_pk primary key (first_year, series)
);

-- The texts of codes in both languages.
create table label (
    list text not null,
    code text not null,
    zh   text not null,
    en   text not null,
    constraint label_pk primary key (list, code)
);

-- Each place with its ancestors. Every join is on a unique key: the planner leaves out those whose columns a query does not use.
create view place_name as
select p.id as place, p.district, d.name as district_name,
       p.province, province.name as province_name, p.city, city.name as city_name,
       p.county, county.name as county_name, p.town, town.name as town_name
from (select id, district,
             codes[array_position(levels, 1::smallint)] as province,
             codes[array_position(levels, 2::smallint)] as city,
             codes[array_position(levels, 3::smallint)] as county,
             codes[array_position(levels, 4::smallint)] as town
      from place) p
left join district d on d.code = p.district
left join district province on province.code = p.province
left join district city on city.code = p.city
left join district county on county.code = p.county
left join district town on town.code = p.town;

-- Each report in force, under the place, category and kind of its agency that a roll-up uses: those of the roster or, where no roster
-- lists the report, those of its submission.
create view report_in_force as
select r.year, r.agency, coalesce(o.name, a.name) as agency_name, coalesce(o.kind, r.kind) as kind,
       coalesce(o.place, r.place) as place, coalesce(o.category, r.category) as category, o.agency is not null as listed,
       r.revision, r.submitted_at, r.decided_at, r.content_hash
from revision r
left join agency a on a.code = r.agency
left join obligation o on o.year = r.year and o.agency = r.agency
where r.status = 'ACCEPTED';

-- A security barrier keeps functions in the conditions of a reader from rows that the view leaves out.
create view bi_report with (security_barrier) as
select r.year, r.agency, r.agency_name, r.kind, k.zh as kind_zh, k.en as kind_en,
       p.district, p.district_name, p.province, p.province_name, p.city, p.city_name,
       p.county, p.county_name, p.town, p.town_name,
       r.category, c.name as category_name,
       r.revision, r.submitted_at, r.decided_at as accepted_at, r.content_hash
from report_in_force r
left join place_name p on p.place = r.place
left join category c on c.code = r.category
left join label k on k.list = 'kind' and k.code = r.kind;

create view bi_figure with (security_barrier) as
select r.year, r.agency, r.agency_name,
       p.district, p.district_name, p.province, p.province_name, p.city, p.city_name,
       p.county, p.county_name, p.town, p.town_name,
       r.category, c.name as category_name,
       s.figure, f.zh as figure_zh, f.en as figure_en,
       n.section, n.position, n.composed, n.measure, n.unit, u.zh as unit_zh, u.en as unit_en,
       nullif(s.applicant_type, '_T') as applicant_type, t.zh as applicant_type_zh, t.en as applicant_type_en,
       coalesce(v.value, 0) as value
from report_in_force r
join (select first_year, lead(first_year, 1, 10000) over (order by first_year) as next_year
      from (select distinct first_year::integer from published_series) form) form
    on form.first_year <= r.year and r.year < form.next_year
join published_series n on n.first_year = form.first_year
join series s on s.id = n.series
left join figure_value v
    on v.series = n.series and v.year = r.year and v.agency = r.agency and v.revision = r.revision
left join place_name p on p.place = r.place
left join category c on c.code = r.category
left join label f on f.list = 'figure' and f.code = s.figure
left join label u on u.list = 'unit' and u.code = n.unit
left join label t on t.list = 'applicantType' and t.code = s.applicant_type
where r.kind = 'DEPARTMENT';

create view bi_coverage with (security_barrier) as
with line as (
    -- the roster: what is owed for a year that is over, and whatever is in force
    select o.year, o.place, o.category, o.owed, o.in_force, o.owed and o.in_force and o.first_submitted_at < o.due as on_time
    from (select *, not exempt and year < extract(year from now() at time zone 'Asia/Shanghai') as owed from obligation_state) o
    where o.kind = 'DEPARTMENT' and (o.owed or o.in_force)
    union all
    -- reports that no roster lists
    select r.year, r.place, r.category, false, true, false
    from report_in_force r
    where not r.listed and r.kind = 'DEPARTMENT'
    union all
    -- years that are not open: the departments that existed at the end and have not reported
    select y.year, d.place, a.category, false, false, false
    from (select distinct year from report_in_force where not listed and kind = 'DEPARTMENT') y
    cross join agency a
    join district d on d.code = a.district
    where a.kind = 'DEPARTMENT'
      and y.year < extract(year from now() at time zone 'Asia/Shanghai')
      and not exists (select from cycle c where c.year = y.year)
      and coalesce(a.valid_from <= make_date(y.year, 12, 31), true)
      and coalesce(a.valid_to >= make_date(y.year, 12, 31), true)
      and not exists (select from report_in_force r where r.year = y.year and r.agency = a.code)
)
select l.year,
       p.district, p.district_name, p.province, p.province_name, p.city, p.city_name,
       p.county, p.county_name, p.town, p.town_name,
       l.category, c.name as category_name,
       l.expected, l.reports, l.owed, l.on_time, l.late
from (select year, place, category, count(*) as expected,
             count(*) filter (where in_force) as reports,
             count(*) filter (where owed) as owed,
             count(*) filter (where on_time) as on_time,
             count(*) filter (where owed and in_force and not on_time) as late
      from line
      group by year, place, category) l
left join place_name p on p.place = l.place
left join category c on c.code = l.category;

create view bi_obligation with (security_barrier) as
select o.year, o.agency, o.name as agency_name, o.kind, k.zh as kind_zh, k.en as kind_en,
       p.district, p.district_name, p.province, p.province_name, p.city, p.city_name,
       p.county, p.county_name, p.town, p.town_name,
       o.category, c.name as category_name,
       o.state, s.zh as state_zh, s.en as state_en, o.deadline,
       o.state in ('MISSING', 'RETURNED') and o.due <= now() as overdue,
       o.in_force, o.first_submitted_at
from obligation_state o
left join place_name p on p.place = o.place
left join category c on c.code = o.category
left join label k on k.list = 'kind' and k.code = o.kind
left join label s on s.list = 'state' and s.code = o.state;

comment on view bi_report is '有效的年度报告，每份一行，含部门的和政府的 / The reports in force, one row each, of departments and of governments';
comment on column bi_report.year is '报告年度 / Report year';
comment on column bi_report.agency is '机关代码 / Code of the agency';
comment on column bi_report.agency_name is '机关在该年度的名称；不在名单中的，为现名称 / Name of the agency in the report year; without a roster line, its current name';
comment on column bi_report.kind is '机关类型：DEPARTMENT 或 GOVERNMENT / Kind of the agency: DEPARTMENT or GOVERNMENT';
comment on column bi_report.kind_zh is '机关类型（中文） / The kind in Chinese';
comment on column bi_report.kind_en is '机关类型（英文） / The kind in English';
comment on column bi_report.district is '机关所在行政区划的代码：开启年度时名单所列的；不在名单中的，为报送时的 / Code of the district of the agency, as on the roster; without a roster line, as at the submission';
comment on column bi_report.district_name is '行政区划的现名称 / Current name of the district';
comment on column bi_report.province is '所在省级区划的代码；没有的为空 / Code of the province that contains it; null if there is none';
comment on column bi_report.province_name is '所在省级区划的名称 / Name of the province';
comment on column bi_report.city is '所在市级区划的代码；机关属于省级的为空 / Code of the city that contains it; null for agencies of a province';
comment on column bi_report.city_name is '所在市级区划的名称 / Name of the city';
comment on column bi_report.county is '所在县级区划的代码；机关属于市级以上的为空 / Code of the county that contains it; null for agencies of a city or above';
comment on column bi_report.county_name is '所在县级区划的名称 / Name of the county';
comment on column bi_report.town is '所在乡级区划的代码；机关属于县级以上的为空 / Code of the town that contains it; null for agencies of a county or above';
comment on column bi_report.town_name is '所在乡级区划的名称 / Name of the town';
comment on column bi_report.category is '部门类别的代码 / Code of the category of the agency';
comment on column bi_report.category_name is '部门类别的现名称 / Current name of the category';
comment on column bi_report.revision is '有效版本的版本号 / Number of the revision in force';
comment on column bi_report.submitted_at is '该版本的报送时间 / Time at which this revision was submitted';
comment on column bi_report.accepted_at is '该版本首次生效的时间 / Time at which this revision first came into force';
comment on column bi_report.content_hash is '报告内容的 SHA-256，同接口中的 contentHash / SHA-256 of the content of the report, the contentHash of the API';

comment on view bi_figure is '部门有效报告的指标，每个指标一行，零值也列；政府的报告已包含各部门，不列 / The figures of the departments'' reports in force, one row each, also if zero; reports of governments contain those of their departments and are left out';
comment on column bi_figure.year is '报告年度 / Report year';
comment on column bi_figure.agency is '机关代码 / Code of the agency';
comment on column bi_figure.agency_name is '机关在该年度的名称；不在名单中的，为现名称 / Name of the agency in the report year; without a roster line, its current name';
comment on column bi_figure.district is '机关所在行政区划的代码：开启年度时名单所列的；不在名单中的，为报送时的 / Code of the district of the agency, as on the roster; without a roster line, as at the submission';
comment on column bi_figure.district_name is '行政区划的现名称 / Current name of the district';
comment on column bi_figure.province is '所在省级区划的代码；没有的为空 / Code of the province that contains it; null if there is none';
comment on column bi_figure.province_name is '所在省级区划的名称 / Name of the province';
comment on column bi_figure.city is '所在市级区划的代码；机关属于省级的为空 / Code of the city that contains it; null for agencies of a province';
comment on column bi_figure.city_name is '所在市级区划的名称 / Name of the city';
comment on column bi_figure.county is '所在县级区划的代码；机关属于市级以上的为空 / Code of the county that contains it; null for agencies of a city or above';
comment on column bi_figure.county_name is '所在县级区划的名称 / Name of the county';
comment on column bi_figure.town is '所在乡级区划的代码；机关属于县级以上的为空 / Code of the town that contains it; null for agencies of a county or above';
comment on column bi_figure.town_name is '所在乡级区划的名称 / Name of the town';
comment on column bi_figure.category is '部门类别的代码 / Code of the category of the agency';
comment on column bi_figure.category_name is '部门类别的现名称 / Current name of the category';
comment on column bi_figure.figure is '指标代码，同接口参数 figure / Code of the figure, the parameter figure of the API';
comment on column bi_figure.figure_zh is '指标的法定名称及其在表中的位置 / Place and statutory label of the figure in Chinese';
comment on column bi_figure.figure_en is '指标名称的英译 / Place and label of the figure in English';
comment on column bi_figure.section is '所在的部分（表）：2 至 4 / Number of the section, which is that of its table: 2 to 4';
comment on column bi_figure.position is '在该年度所用格式中的顺序，从 1 起 / Position on the form of the year, from 1';
comment on column bi_figure.composed is '是否为其他指标之和：是的，不应再与其分项相加 / Whether it is the sum of other figures in this view, and must not be added to them';
comment on column bi_figure.measure is 'FLOW：年内发生数，可以跨年相加；STOCK：时点数，不能跨年相加 / FLOW: counted during the year, may be added over years; STOCK: counted at its turn, must not be added over years';
comment on column bi_figure.unit is '计量单位的代码，同接口 / Code of the unit, as in the API';
comment on column bi_figure.unit_zh is '计量单位（中文） / The unit in Chinese';
comment on column bi_figure.unit_en is '计量单位（英文） / The unit in English';
comment on column bi_figure.applicant_type is '申请人类型；各类型之和即总计，总计不另列；不分申请人的指标为空 / Type of applicant; the total is the sum of the types and has no row; null for figures without types';
comment on column bi_figure.applicant_type_zh is '申请人类型（中文） / The type of applicant in Chinese';
comment on column bi_figure.applicant_type_en is '申请人类型（英文） / The type of applicant in English';
comment on column bi_figure.value is '数值，以 unit 计 / The value, in the unit';

comment on view bi_coverage is '部门的应报数和已报数，按年度、行政区划和类别各一行，口径同汇总 / How many departments'' reports are expected and in force, one row for each year, district and category, as roll-ups count them';
comment on column bi_coverage.year is '报告年度 / Report year';
comment on column bi_coverage.district is '机关所在行政区划的代码：开启年度时名单所列的；不在名单中的，为报送时的 / Code of the district of the agency, as on the roster; without a roster line, as at the submission';
comment on column bi_coverage.district_name is '行政区划的现名称 / Current name of the district';
comment on column bi_coverage.province is '所在省级区划的代码；没有的为空 / Code of the province that contains it; null if there is none';
comment on column bi_coverage.province_name is '所在省级区划的名称 / Name of the province';
comment on column bi_coverage.city is '所在市级区划的代码；机关属于省级的为空 / Code of the city that contains it; null for agencies of a province';
comment on column bi_coverage.city_name is '所在市级区划的名称 / Name of the city';
comment on column bi_coverage.county is '所在县级区划的代码；机关属于市级以上的为空 / Code of the county that contains it; null for agencies of a city or above';
comment on column bi_coverage.county_name is '所在县级区划的名称 / Name of the county';
comment on column bi_coverage.town is '所在乡级区划的代码；机关属于县级以上的为空 / Code of the town that contains it; null for agencies of a county or above';
comment on column bi_coverage.town_name is '所在乡级区划的名称 / Name of the town';
comment on column bi_coverage.category is '部门类别的代码 / Code of the category of the agency';
comment on column bi_coverage.category_name is '部门类别的现名称 / Current name of the category';
comment on column bi_coverage.expected is '应报数：名单中应报的部门，加上不在名单中而有有效报告的部门；未开启的年度为当年末存续的部门 / Departments on the roster that owe a report, and others with a report in force; for a year that is not open, the departments that existed at its end';
comment on column bi_coverage.reports is '有效报告数 / Reports in force';
comment on column bi_coverage.owed is '名单中应报的部门数；未开启的年度为 0 / Departments on the roster that owe a report; 0 for a year that is not open';
comment on column bi_coverage.on_time is '应报部门中按期报送且报告有效的 / Those of them with a report in force that was first submitted in time';
comment on column bi_coverage.late is '应报部门中逾期报送且报告有效的 / Those of them with a report in force that was first submitted late';

comment on view bi_obligation is '名单：每个年度每个应报机关一行，含报送状态；接口中仅限主管部门查阅 / The rosters with the state of each obligation, one row for each year and agency; in the API, only the oversight office may read them';
comment on column bi_obligation.year is '报告年度 / Report year';
comment on column bi_obligation.agency is '机关代码 / Code of the agency';
comment on column bi_obligation.agency_name is '机关在该年度的名称；不在名单中的，为现名称 / Name of the agency in the report year; without a roster line, its current name';
comment on column bi_obligation.kind is '机关类型：DEPARTMENT 或 GOVERNMENT / Kind of the agency: DEPARTMENT or GOVERNMENT';
comment on column bi_obligation.kind_zh is '机关类型（中文） / The kind in Chinese';
comment on column bi_obligation.kind_en is '机关类型（英文） / The kind in English';
comment on column bi_obligation.district is '机关所在行政区划的代码：开启年度时名单所列的；不在名单中的，为报送时的 / Code of the district of the agency, as on the roster; without a roster line, as at the submission';
comment on column bi_obligation.district_name is '行政区划的现名称 / Current name of the district';
comment on column bi_obligation.province is '所在省级区划的代码；没有的为空 / Code of the province that contains it; null if there is none';
comment on column bi_obligation.province_name is '所在省级区划的名称 / Name of the province';
comment on column bi_obligation.city is '所在市级区划的代码；机关属于省级的为空 / Code of the city that contains it; null for agencies of a province';
comment on column bi_obligation.city_name is '所在市级区划的名称 / Name of the city';
comment on column bi_obligation.county is '所在县级区划的代码；机关属于市级以上的为空 / Code of the county that contains it; null for agencies of a city or above';
comment on column bi_obligation.county_name is '所在县级区划的名称 / Name of the county';
comment on column bi_obligation.town is '所在乡级区划的代码；机关属于县级以上的为空 / Code of the town that contains it; null for agencies of a county or above';
comment on column bi_obligation.town_name is '所在乡级区划的名称 / Name of the town';
comment on column bi_obligation.category is '部门类别的代码 / Code of the category of the agency';
comment on column bi_obligation.category_name is '部门类别的现名称 / Current name of the category';
comment on column bi_obligation.state is '报送状态：ON_TIME、LATE、RETURNED、MISSING 或 EXEMPT / State of the obligation: ON_TIME, LATE, RETURNED, MISSING or EXEMPT';
comment on column bi_obligation.state_zh is '报送状态（中文） / The state in Chinese';
comment on column bi_obligation.state_en is '报送状态（英文） / The state in English';
comment on column bi_obligation.deadline is '报送期限：按期报送的最后一日（北京时间） / Last day in time, in Beijing time';
comment on column bi_obligation.overdue is '是否已过期限而未报送，或退回后未再报送 / Whether the report is missing or returned, and its deadline has passed';
comment on column bi_obligation.in_force is '是否有有效报告 / Whether a report is in force';
comment on column bi_obligation.first_submitted_at is '首次报送时间，据以认定是否按期；未报送的为空 / Time of the first submission, which decides about lateness; null if there was none';
