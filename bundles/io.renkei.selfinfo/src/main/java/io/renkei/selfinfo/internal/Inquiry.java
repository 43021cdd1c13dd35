package io.renkei.selfinfo.internal;

import io.renkei.api.model.LinkageCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource.Answer;
import io.renkei.api.spi.AttributeSource.Item;
import io.renkei.api.spi.AttributeSource.Question;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.selfinfo.QuestionStore.Call;
import io.renkei.ports.selfinfo.QuestionStore.Rest;
import io.renkei.selfinfo.internal.Agencies.Connected;
import io.renkei.selfinfo.internal.Persons.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call to one agency, and what is kept of it. If nothing can be written, the call is made again once its lease is over, under the
 * same reference. Safe for use by several threads.
 */
final class Inquiry {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);
    private static final Duration LEAST_PAUSE = Duration.ofMillis(100);

    private final QuestionStore store;
    private final Persons persons;
    private final Agencies agencies;
    private final Catalogue catalogue;
    private final Backoff backoff;
    private final Clock clock;

    Inquiry(
            QuestionStore store,
            Persons persons,
            Agencies agencies,
            Catalogue catalogue,
            Backoff backoff,
            Clock clock) {
        this.store = store;
        this.persons = persons;
        this.agencies = agencies;
        this.catalogue = catalogue;
        this.backoff = backoff;
        this.clock = clock;
    }

    void make(Call call, Connected connected, Standing standing) {
        if (isOver(call)) {
            end(call);
            return;
        }
        Map<SelfInformationNumber, ItemAnswer> answers = new HashMap<>();
        call.items().keySet().stream()
                .filter(item -> !connected.items().contains(item))
                .forEach(item -> answers.put(item, failed(SelfInfoCode.NOT_HELD)));
        if (answers.size() == call.items().size()) {
            store.answered(call, answers, Optional.empty());
            return;
        }
        Person person = persons.at(call.who().principal(), call.agency());
        if (person instanceof Person.Known known) {
            ask(call, known.code(), connected, standing, answers);
        } else if (person instanceof Person.Stranger) {
            answerAll(call, new ItemAnswer.NoData(clock.instant()));
        } else if (person instanceof Person.NotProved) {
            answerAll(call, failed(SelfInfoCode.NOT_PROVED));
        } else {
            store.again(call, backoff.after(call.tries()), true, SelfInfoCode.NO_LINKAGE_CODE.code());
        }
    }

    private boolean isOver(Call call) {
        return call.isForgotten() || !clock.instant().isBefore(call.deadline());
    }

    /** The time of the question is over, or nobody wants the answer any more. */
    void end(Call call) {
        SelfInfoCode why = why(call);
        answerAll(call, failed(why));
        if (why != SelfInfoCode.FORGOTTEN) {
            LOG.warn("Question {}: {} was asked in vain ({})", call.question(), call.agency(), why.code());
        }
    }

    private SelfInfoCode why(Call call) {
        if (call.isForgotten()) {
            return SelfInfoCode.FORGOTTEN;
        }
        if (call.handle().isPresent()) {
            return SelfInfoCode.STILL_PENDING;
        }
        if (call.code().equals(SelfInfoCode.NO_LINKAGE_CODE.code())) {
            return SelfInfoCode.NO_LINKAGE_CODE;
        }
        if (agencies.find(call.agency()).isEmpty()) {
            return SelfInfoCode.NOT_CONNECTED;
        }
        return catalogue.opening(call.agency(), clock.instant()).open() ? SelfInfoCode.NO_ANSWER : SelfInfoCode.CLOSED;
    }

    private void answerAll(Call call, ItemAnswer answer) {
        store.answered(
                call,
                call.items().keySet().stream().collect(Collectors.toMap(item -> item, item -> answer)),
                Optional.empty());
    }

    /** @param answers of the items that are not asked for; the others are added */
    private void ask(
            Call call,
            LinkageCode code,
            Connected connected,
            Standing standing,
            Map<SelfInformationNumber, ItemAnswer> answers) {
        Map<SelfInformationNumber, Item> wanted = call.items().entrySet().stream()
                .filter(each -> !answers.containsKey(each.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> new Item(
                                each.getValue().condition(), each.getValue().code())));
        Question question = new Question(call.reference(), code, wanted, call.asked());
        store.asking(call);
        try {
            Map<SelfInformationNumber, Answer> said = call.handle().isPresent()
                    ? connected.source().askAgain(call.handle().get(), question, wanted.keySet())
                    : connected.source().ask(question);
            if (standing.answered()) {
                LOG.info("The agency {} answers again.", call.agency());
            }
            keep(call, wanted.keySet(), said, answers);
        } catch (TransientFailure e) {
            later(call, standing, new Standing.Trouble(e.getMessage(), false));
        } catch (PermanentFailure e) {
            if (standing.failed(new Standing.Trouble(e.getMessage(), true))) {
                LOG.error("{} ({}: {})", SelfInfoCode.MUST_NOT_ASK.line(), call.agency(), e.getMessage());
            }
            persons.drop(call.who().principal(), call.agency());
            answerAll(call, failed(SelfInfoCode.MUST_NOT_ASK));
        }
    }

    private void later(Call call, Standing standing, Standing.Trouble trouble) {
        if (standing.failed(trouble)) {
            LOG.warn("{} ({}: {})", SelfInfoCode.AGENCY_AWAY.line(), call.agency(), trouble.code());
        }
        store.again(call, backoff.after(call.tries()), true, SelfInfoCode.AGENCY_AWAY.code());
    }

    private void keep(
            Call call,
            Collection<SelfInformationNumber> asked,
            Map<SelfInformationNumber, Answer> said,
            Map<SelfInformationNumber, ItemAnswer> answers) {
        Optional<Rest> rest = Optional.empty();
        for (SelfInformationNumber item : asked.stream().sorted().toList()) {
            Answer answer = said.get(item);
            if (answer instanceof Answer.Pending pending) {
                rest = Optional.of(rest(pending, rest));
            } else if (answer == null && call.handle().isPresent()) {
                // The agency does not know the handle any more.
                rest = rest.or(() -> Optional.of(new Rest(Optional.empty(), backoff.after(call.tries()))));
            } else {
                answers.put(item, answer == null ? failed(SelfInfoCode.ODD_ANSWER) : answer(answer));
            }
        }
        store.answered(call, answers, rest);
    }

    private static Rest rest(Answer.Pending pending, Optional<Rest> before) {
        Duration after = pending.after().compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : pending.after();
        return new Rest(before.flatMap(Rest::handle).or(() -> Optional.of(pending.handle())), after);
    }

    private ItemAnswer answer(Answer answer) {
        return answer.fold(
                found -> Bounds.keep(found.values())
                        ? new ItemAnswer.Found(found.values(), found.asOf())
                        : failed(SelfInfoCode.ODD_ANSWER),
                none -> new ItemAnswer.NoData(none.asOf()),
                hidden -> new ItemAnswer.Undisclosed(hidden.asOf()),
                pending -> failed(SelfInfoCode.ODD_ANSWER),
                no -> new ItemAnswer.Failed(no.code()),
                other -> failed(SelfInfoCode.ODD_ANSWER));
    }

    private static ItemAnswer failed(SelfInfoCode code) {
        return new ItemAnswer.Failed(code.code());
    }
}
