package io.renkei.door.pages.internal;

import io.renkei.ports.inboxes.AccountInboxes.Tied;
import io.renkei.ports.inboxes.InboxTie;
import io.renkei.ports.people.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which inboxes the account reads: added by a code of who keeps the inbox, and given up. */
final class TiePages {

    static final String LIST = "/people/inbox/ties";

    private static final int LONGEST_CODE = 32;

    private final Ports ports;

    TiePages(Ports ports) {
        this.ports = ports;
    }

    /** One of them. */
    record Row(String id, String name, String href) {}

    Answer list(Visit visit) throws Refused {
        AccountId account = own(visit);
        List<InboxTie> ties = ports.inboxes().of(account);
        View view = View.of("ties", visit.say("inbox_ties"));
        return Answer.page(InboxFrame.of(visit, view, LIST, List.of(), Optional.empty())
                .with("rows", ties.stream().map(each -> row(visit, each)).toList())
                .with("nothing", ties.isEmpty())
                .with("account", account.toString())
                .with("done", done(visit)));
    }

    private static String done(Visit visit) {
        return switch (visit.field("done")) {
            case "tied" -> visit.say("tie_done");
            case "untied" -> visit.say("untie_done");
            default -> "";
        };
    }

    private static Row row(Visit visit, InboxTie tie) {
        return new Row(tie.id().toString(), InboxFrame.name(visit, tie), NoticePages.LIST + "?inbox=" + tie.id());
    }

    Answer tie(Visit visit) throws Refused {
        String code = visit.field("code");
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw new Refused(PagesCode.NO_SUCH_CODE);
        }
        Tied tied = ports.inboxes().tie(own(visit), code, visit.now());
        if (tied instanceof Tied.Reads) {
            return Answer.see(LIST + "?done=tied");
        }
        throw new Refused(tied instanceof Tied.TooMany ? PagesCode.TOO_MANY : PagesCode.NO_SUCH_CODE);
    }

    Answer untie(Visit visit) throws Refused {
        UUID tie = Ids.of(visit.part("tie")).orElseThrow(() -> new Refused(PagesCode.NO_SUCH_INBOX));
        if (!ports.inboxes().untie(own(visit), tie, visit.now())) {
            throw new Refused(PagesCode.NO_SUCH_INBOX);
        }
        return Answer.see(LIST + "?done=untied");
    }

    /** A representative reads what the principal reads, and changes nothing about it. */
    private static AccountId own(Visit visit) throws Refused {
        if (visit.acting().isPresent()) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
        return visit.account().id();
    }
}
