package io.renkei.format.deduction.internal;

import io.renkei.api.model.CorporateNumber;
import io.renkei.api.spi.CertificateReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.w3c.dom.Element;

/** Reads what the signed element says, strictly: each of issuer, day and person once, one year, and nothing in another form. */
@Component
public final class DeductionReader implements CertificateReader {

    static final String NAMESPACE = "http://xml.e-tax.nta.go.jp/XSD/kyotsu";

    @Override
    public Set<String> roots() {
        return Kind.all().stream()
                .map(kind -> "{" + NAMESPACE + "}" + kind.code())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String idAttribute() {
        return "id";
    }

    @Override
    public Optional<Certificate> read(Element verified) {
        if (!NAMESPACE.equals(verified.getNamespaceURI())) {
            return Optional.empty();
        }
        return Kind.of(verified.getLocalName()).flatMap(kind -> {
            try {
                return Optional.of(certificate(kind, new ItemTree(verified)));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** @throws IllegalArgumentException or {@link DateTimeException} if it is not as agreed */
    private static Certificate certificate(Kind kind, ItemTree tree) {
        CorporateNumber issuer = new CorporateNumber(tree.onlyText(kind.issuer()));
        LocalDate issued = day(tree, kind.issued());
        tree.onlyText(kind.contractor());
        List<Integer> years = tree.all(kind.details()).stream()
                .map(details -> year(details.onlyText(kind.year(), "yyyy")))
                .distinct()
                .toList();
        if (years.size() != 1) {
            throw new IllegalArgumentException("a certificate is about one year");
        }
        return new Certificate(kind.code(), issuer, years.get(0), issued, tree.nodes());
    }

    private static LocalDate day(ItemTree tree, String code) {
        return LocalDate.of(
                year(tree.onlyText(code, "yyyy")),
                number(tree.onlyText(code, "mm")),
                number(tree.onlyText(code, "dd")));
    }

    private static int year(String text) {
        if (!text.matches("[12][0-9]{3}")) {
            throw new IllegalArgumentException("a year has four digits");
        }
        return Integer.parseInt(text);
    }

    /** A month or a day: with or without a zero before it. */
    private static int number(String text) {
        if (!text.matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException("a month or a day has one or two digits");
        }
        return Integer.parseInt(text);
    }
}
