package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.LinkageCode;
import io.renkei.ports.people.AccountId;
import io.renkei.ports.people.Authenticator.Certificate;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What is promised of linkage codes, whichever database is behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(30)
abstract class LinkageCodeContract {

    private static final DestinationId CITY = new DestinationId("municipality.131130");
    private static final DestinationId PENSION = new DestinationId("pension-service");
    private static final LinkageCode CODE = new LinkageCode("LC-0001-city");

    Journal journal;
    Journal otherNode;
    JournalSettings settings;

    @Test
    void givesBackWhatAnAccountWasProvedWithLast() {
        AccountId account = account();
        assertEquals(Optional.empty(), journal.linkageCodes().proof(account));
        journal.linkageCodes().proved(account, certificate(1));
        journal.linkageCodes().proved(account, certificate(1));
        otherNode.linkageCodes().proved(account, certificate(2));
        assertEquals(Optional.of(certificate(2)), journal.linkageCodes().proof(account));
    }

    @Test
    void keepsACodePerAccountAndAgency() {
        AccountId account = account();
        journal.linkageCodes().keep(account, CITY, new LinkageCode("older"));
        journal.linkageCodes().keep(account, CITY, CODE);
        assertEquals(Optional.of(CODE), otherNode.linkageCodes().find(account, CITY));
        assertEquals(Optional.empty(), journal.linkageCodes().find(account, PENSION));
        assertEquals(Optional.empty(), journal.linkageCodes().find(account(), CITY));
        journal.linkageCodes().keep(account, PENSION, new LinkageCode("other"));
        journal.linkageCodes().drop(account, PENSION);
        assertEquals(Optional.empty(), journal.linkageCodes().find(account, PENSION));
        assertEquals(Optional.of(CODE), journal.linkageCodes().find(account, CITY));
        journal.linkageCodes().forget(account);
        assertEquals(Optional.empty(), journal.linkageCodes().find(account, CITY));
    }

    @Test
    void usesNoCodeThatWasMovedFromAnotherAccountOrAgency() throws Exception {
        AccountId account = account();
        AccountId other = account();
        journal.linkageCodes().keep(account, CITY, CODE);
        journal.linkageCodes().keep(account, PENSION, new LinkageCode("LC-0001-pension"));
        journal.linkageCodes().keep(other, CITY, new LinkageCode("LC-0002-city"));
        move(account, CITY, account, PENSION);
        assertEquals(Optional.empty(), journal.linkageCodes().find(account, CITY));
        move(account, PENSION, other, CITY);
        assertEquals(Optional.empty(), journal.linkageCodes().find(account, PENSION));
    }

    private void move(AccountId to, DestinationId toAgency, AccountId from, DestinationId fromAgency) throws Exception {
        String source = " from linkage_code where account = '" + from + "' and destination = '" + fromAgency + "')";
        StringBuilder set = new StringBuilder();
        for (String column : List.of("key_id", "wrapped", "sealed")) {
            set.append(set.isEmpty() ? "" : ", ")
                    .append(column)
                    .append(" = (select ")
                    .append(column)
                    .append(source);
        }
        TestDatabase.tamper(
                settings,
                "update linkage_code set " + set + " where account = '" + to + "' and destination = '" + toAgency
                        + "'");
    }

    private static Certificate certificate(int serial) {
        return new Certificate("0a1b2c", BigInteger.valueOf(serial).shiftLeft(70));
    }

    private static AccountId account() {
        return new AccountId(UUID.randomUUID());
    }
}
