package io.renkei.connector.healthsociety.internal;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.DispatchOutcome;
import io.renkei.api.model.DispatchOutcome.Acknowledged;
import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;
import io.renkei.api.model.DispatchOutcome.Unknown;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.ReceiptNumber;
import io.renkei.api.spi.CorrectionSender.Correction;
import io.renkei.api.spi.EarlierFiling;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.TransientFailure;
import io.renkei.api.spi.WithdrawalSender.Withdrawal;
import io.renkei.http.HttpReply;
import io.renkei.http.NotSent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Sends corrections (POST /applications, whose sealed manifest names the filing that is corrected) and withdrawals (POST
 * /applications/{filing}/withdrawal), each once. Safe for use by several threads.
 */
final class SocietyFollowUps {

    private final SocietySettings settings;
    private final Sealer sealer;
    private final CloseableHttpClient http;
    private final Clock clock;

    SocietyFollowUps(SocietySettings settings, Sealer sealer, CloseableHttpClient http, Clock clock) {
        this.settings = settings;
        this.sealer = sealer;
        this.http = http;
        this.clock = clock;
    }

    DispatchOutcome correct(Correction correction) throws TransientFailure, PermanentFailure {
        SocietyRequest request;
        try {
            request = SocietyRequest.of(correction.task(), named(correction), sealer);
        } catch (FormFault e) {
            return e.refused();
        } catch (IOException e) {
            throw new TransientFailure(SocietyCode.UNREADABLE_FILES.code(), e);
        }
        HttpPost post = new HttpPost(settings.http().endpoint() + SocietyApi.APPLICATIONS);
        post.setEntity(new ByteArrayEntity(request.body(), ContentType.parse(request.mediaType())));
        post.setHeader(SocietyHeaders.FILING, correction.task().filing().toString());
        post.setHeader(
                SocietyHeaders.PACKAGE_DIGEST, correction.task().packageDigest().hex());
        post.setHeader(SocietyHeaders.SEAL, request.seal());
        DispatchOutcome outcome = send(post);
        return correction.kind() == CorrectionKind.PARTIAL ? ofSameFiling(outcome, correction.earlier()) : outcome;
    }

    /** A filing that the society refused at once is not known there: what replaces it is a first one. */
    private static Optional<Correction> named(Correction correction) {
        return correction.earlier().receipts().isEmpty() ? Optional.empty() : Optional.of(correction);
    }

    DispatchOutcome withdraw(Withdrawal withdrawal) throws TransientFailure, PermanentFailure {
        FilingKey filing = withdrawal.earlier().filing();
        HttpPost post =
                new HttpPost(settings.http().endpoint() + SocietyApi.APPLICATIONS + "/" + filing + "/withdrawal");
        byte[] body = SocietyApi.JSON
                .createObjectNode()
                .put("withdrawal", withdrawal.key().toString())
                .put("reason", withdrawal.reason())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        DispatchOutcome outcome = send(post);
        return outcome instanceof Refused
                ? new Refused(
                        Level.ARRIVED,
                        SocietyCode.NOT_WITHDRAWABLE.code(),
                        "",
                        SocietyCode.NOT_WITHDRAWABLE.sentenceJa())
                : outcome;
    }

    /** An answer that names another number is none that can be believed. */
    private static DispatchOutcome ofSameFiling(DispatchOutcome outcome, EarlierFiling earlier) {
        List<ReceiptNumber> known = earlier.receipts();
        boolean other = outcome instanceof Acknowledged taken && !known.containsAll(taken.receipts());
        return other ? new Unknown(SocietyCode.ODD_ANSWER.code()) : outcome;
    }

    private DispatchOutcome send(HttpPost post) throws TransientFailure, PermanentFailure {
        post.setHeader(SocietyHeaders.ACCEPT, "application/json");
        HttpReply reply;
        try {
            reply = http.execute(post, HttpReply::read);
        } catch (IOException e) {
            if (NotSent.isIn(e)) {
                throw new TransientFailure(SocietyCode.UNREACHABLE.code(), e);
            }
            return new Unknown(SocietyCode.NO_ANSWER.code());
        }
        return SocietyAnswers.read(settings.destination(), reply, clock.instant());
    }
}
