package io.renkei.sandbox.internal;

import io.renkei.sandbox.sites.Wish;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A linked site of the sandbox.
 *
 * @param id as in its file at the gateway
 * @param name in Japanese and in English
 * @param wish the data that it asks for, by the day; empty for a site that people sign on to, and no more
 */
record SimulatedSite(String id, String name, Optional<Function<LocalDate, Wish>> wish) {

    static final List<SimulatedSite> ALL = List.of(
            new SimulatedSite(
                    "e-tax",
                    "e-Tax",
                    Optional.of(day -> new Wish("申告書の作成")
                            .latest("1")
                            .range("2", day.minusYears(2).toString(), day.toString()))),
            new SimulatedSite(
                    "pension-net",
                    "ねんきんネット / Pension Net",
                    Optional.of(day -> new Wish("年金記録の確認")
                            .latest("7-1")
                            .at("7-2", day.minusMonths(1).toString())
                            .range("7-3", day.minusYears(2).toString(), day.toString()))),
            new SimulatedSite("my-post", "民間送達サービス / Private delivery", Optional.empty()),
            new SimulatedSite(
                    "minato-bank", "みなと銀行 / Minato Bank", Optional.of(day -> new Wish("住宅ローンの審査のため").latest("2"))),
            new SimulatedSite(
                    "zeimu-soft",
                    "税務ソフト / Tax software",
                    Optional.of(day -> new Wish("申告書の作成").latest("1").latest("2"))),
            new SimulatedSite("zeirishi-kai", "税理士会 / Association of tax accountants", Optional.empty()));
}
