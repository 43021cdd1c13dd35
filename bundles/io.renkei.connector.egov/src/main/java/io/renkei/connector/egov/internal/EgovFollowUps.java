package io.renkei.connector.egov.internal;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Deferred;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.PartnerId;
import io.renkei.api.spi.CorrectionSender.Correction;
import io.renkei.api.spi.EarlierFiling;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.TokenVault.Tokens;
import io.renkei.api.spi.TransientFailure;
import io.renkei.api.spi.WithdrawalSender.Withdrawal;
import io.renkei.http.HttpReply;
import io.renkei.http.NotSent;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Sends what follows a case: 部分補正 (POST /apply/amend), 再提出 (POST /apply) and 取下げ依頼 (POST /apply/withdraw). Each is
 * sent once, and once more with a fresh token where e-Gov took nothing for want of it. Safe for use by several threads.
 */
final class EgovFollowUps {

    private static final int UNAUTHORIZED = 401;
    private static final Duration CONSENT_PAUSE = Duration.ofDays(1);

    private final EgovSettings settings;
    private final EgovPackage packages;
    private final EgovTokens tokens;
    private final CloseableHttpClient http;
    private final Clock clock;

    EgovFollowUps(
            EgovSettings settings, EgovPackage packages, EgovTokens tokens, CloseableHttpClient http, Clock clock) {
        this.settings = settings;
        this.packages = packages;
        this.tokens = tokens;
        this.http = http;
        this.clock = clock;
    }

    DispatchOutcome correct(Correction correction) throws TransientFailure, PermanentFailure {
        if (correction.task().originalFormat().equals(EgovPackage.ORIGINAL)) {
            return refused(EgovCode.ORIGINAL_CORRECTION);
        }
        Optional<String> receipt = receipt(correction.earlier());
        boolean partial = correction.kind() == CorrectionKind.PARTIAL;
        if (partial && receipt.isEmpty()) {
            return refused(EgovCode.NO_CASE);
        }
        byte[] body;
        try {
            body = partial
                    ? packages.amendment(correction.task(), receipt.get())
                    : packages.resubmission(correction.task(), receipt.orElse(""));
        } catch (IOException e) {
            throw new TransientFailure(EgovCode.UNREADABLE_FILES.code(), e);
        }
        DispatchOutcome outcome = send(correction.task().sender(), partial ? "/apply/amend" : "/apply", body);
        return partial ? ofSameCase(outcome, receipt.get()) : outcome;
    }

    DispatchOutcome withdraw(Withdrawal withdrawal) throws TransientFailure, PermanentFailure {
        Optional<String> receipt = receipt(withdrawal.earlier());
        if (receipt.isEmpty()) {
            return refused(EgovCode.NO_CASE);
        }
        byte[] body = packages.withdrawal(withdrawal, receipt.get());
        DispatchOutcome outcome = send(withdrawal.sender(), "/apply/withdraw", body);
        return outcome instanceof Refused ? refused(EgovCode.NOT_WITHDRAWABLE) : outcome;
    }

    /** The 到達番号 of a case. */
    Optional<String> receipt(EarlierFiling earlier) {
        return earlier.receipts().stream()
                .filter(number -> number.kind().equals(EgovAnswers.ARRIVE_ID)
                        && number.destination().equals(settings.destination()))
                .map(number -> number.value())
                .filter(value -> EgovAnswers.ARRIVE_ID_FORM.matcher(value).matches())
                .findFirst();
    }

    /** An answer that names another case is none that can be believed. */
    private static DispatchOutcome ofSameCase(DispatchOutcome outcome, String receipt) {
        boolean other = outcome instanceof Acknowledged taken
                && !taken.receipts().get(0).value().equals(receipt);
        return other ? new Unknown(EgovCode.ODD_ANSWER.code()) : outcome;
    }

    private DispatchOutcome send(PartnerId sender, String path, byte[] body) throws TransientFailure, PermanentFailure {
        long end = System.nanoTime() + settings.lane().totalTimeout().toNanos();
        Optional<Tokens> token = tokens.usable(sender);
        if (token.isEmpty()) {
            return new Deferred(clock.instant().plus(CONSENT_PAUSE), EgovCode.CONSENT_NEEDED.code());
        }
        try {
            HttpReply reply = post(path, body, token.get(), end);
            if (reply.status() == UNAUTHORIZED) {
                token = tokens.renewed(sender, token.get().version());
                if (token.isEmpty()) {
                    return new Deferred(clock.instant().plus(CONSENT_PAUSE), EgovCode.CONSENT_NEEDED.code());
                }
                reply = post(path, body, token.get(), end);
            }
            if (reply.status() == UNAUTHORIZED) {
                throw new TransientFailure(EgovCode.TOKEN_REJECTED.code(), null);
            }
            return EgovAnswers.read(settings.destination(), reply, clock.instant());
        } catch (IOException e) {
            if (NotSent.isIn(e)) {
                throw new TransientFailure(EgovCode.UNREACHABLE.code(), e);
            }
            return new Unknown(EgovCode.NO_ANSWER.code());
        }
    }

    private HttpReply post(String path, byte[] body, Tokens token, long end) throws TransientFailure, IOException {
        if (end - System.nanoTime() < settings.http().call().toNanos()) {
            throw new TransientFailure(EgovCode.NO_TIME.code(), null);
        }
        HttpPost post = new HttpPost(settings.http().endpoint() + path);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        post.setHeader(EgovHeaders.AUTHORIZATION, "Bearer " + token.accessToken());
        post.setHeader(EgovHeaders.ACCEPT, "application/json");
        if (settings.trial()) {
            post.setHeader(EgovApi.TRIAL, "true");
        }
        return http.execute(post, HttpReply::read);
    }

    private static Refused refused(EgovCode code) {
        return new Refused(Level.ARRIVED, code.code(), "", code.sentenceJa());
    }
}
