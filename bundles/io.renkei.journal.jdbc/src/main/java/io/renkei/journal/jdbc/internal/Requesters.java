package io.renkei.journal.jdbc.internal;

import io.renkei.ports.linkage.ConsentId;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.records.Requester;
import io.renkei.ports.sites.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** A requester as four columns. */
record Requesters(String kind, Optional<UUID> account, Optional<String> site, Optional<UUID> consent) {

    static final String COLUMNS = "requester, requester_account, requester_site, requester_consent";

    private static final String PRINCIPAL = "PRINCIPAL";
    private static final String REPRESENTATIVE = "REPRESENTATIVE";
    private static final String SITE = "SITE";

    static Requesters of(Requester requester) {
        if (requester instanceof Requester.Representative one) {
            return new Requesters(
                    REPRESENTATIVE, Optional.of(one.account().value()), Optional.empty(), Optional.empty());
        }
        if (requester instanceof Requester.OfSite one) {
            return new Requesters(
                    SITE,
                    Optional.empty(),
                    Optional.of(one.site().value()),
                    Optional.of(one.consent().value()));
        }
        return new Requesters(PRINCIPAL, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Requester read(ResultSet row) throws SQLException {
        return switch (row.getString("requester")) {
            case REPRESENTATIVE ->
                new Requester.Representative(new AccountId(row.getObject("requester_account", UUID.class)));
            case SITE ->
                new Requester.OfSite(
                        new SiteId(row.getString("requester_site")),
                        new ConsentId(row.getObject("requester_consent", UUID.class)));
            default -> new Requester.Principal();
        };
    }
}
