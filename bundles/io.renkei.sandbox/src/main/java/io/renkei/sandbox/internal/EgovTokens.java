package io.renkei.sandbox.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The token endpoint: refresh with rotation (each refresh token works once). The tokens are in the ledger, so that a
 * restart of the sandbox needs no new consent.
 */
final class EgovTokens {

    private static final String DESTINATION = "egov-auth";
    private static final String GRANT = "grant";
    private static final String REVOKED = "revoked";
    private static final String BEARER = "Bearer ";

    private final Ledger ledger;
    private final Clock clock;
    private final Duration life;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> byAccount = new HashMap<>();
    private final Map<String, Grant> byAccess = new HashMap<>();
    private long refreshes;

    /** The tokens of one account. */
    record Grant(String account, String access, Instant expires, String refresh, Duration life) {

        Map<String, Object> answer() {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("access_token", access);
            answer.put("expires_in", Math.max(1, life.toSeconds()));
            answer.put("refresh_expires_in", 15_552_000);
            answer.put("refresh_token", refresh);
            answer.put("token_type", "Bearer");
            answer.put("not-before-policy", 0);
            answer.put("session_state", account);
            answer.put("scope", "openid offline_access");
            return answer;
        }

        @Override
        public String toString() {
            return "Grant[" + account + "]";
        }
    }

    EgovTokens(Ledger ledger, Clock clock, Duration life) {
        this.ledger = ledger;
        this.clock = clock;
        this.life = life;
        for (Ledger.Entry entry : ledger.after(0)) {
            if (entry.destination().equals(DESTINATION)) {
                reload(entry);
            }
        }
    }

    /** What a consent gives; tokens of an earlier consent of the account stop working. */
    synchronized Grant delegate(String account) {
        forget(account);
        return grant(account);
    }

    synchronized Map<String, Object> revoke(String account) {
        forget(account);
        ledger.append(DESTINATION, account, REVOKED, n -> "revoked-" + n, "", Map.of());
        return Map.of();
    }

    /** The access tokens of the account stop working now; its refresh token stays good. */
    synchronized Map<String, Object> expire(String account) {
        byAccess.values().removeIf(grant -> grant.account().equals(account));
        return Map.of();
    }

    /** Empty when the header names no access token that works. */
    synchronized String account(String authorization) {
        Grant grant = authorization.startsWith(BEARER) ? byAccess.get(authorization.substring(BEARER.length())) : null;
        return grant == null || !clock.instant().isBefore(grant.expires()) ? "" : grant.account();
    }

    synchronized Answer answer(Map<String, String> form) {
        if (!"refresh_token".equals(form.get("grant_type"))
                || form.getOrDefault("client_id", "").isEmpty()) {
            return Answer.json(400, Map.of("error", "invalid_request", "error_description", "-"));
        }
        String refresh = form.getOrDefault("refresh_token", "");
        for (Grant grant : byAccount.values()) {
            if (grant.refresh().equals(refresh)) {
                refreshes++;
                return Answer.json(200, grant(grant.account()).answer());
            }
        }
        return Answer.json(400, Map.of("error", "invalid_grant", "error_description", "Token is not active"));
    }

    /** Since the start. */
    synchronized long refreshes() {
        return refreshes;
    }

    private Grant grant(String account) {
        Instant expires = clock.instant().plus(life);
        Grant grant = new Grant(account, "at-" + secret(), expires, "rt-" + secret(), life);
        ledger.append(
                DESTINATION,
                account,
                GRANT,
                n -> "grant-" + n,
                "",
                Map.of("access", grant.access(), "expires", expires.toString(), "refresh", grant.refresh()));
        keep(grant);
        return grant;
    }

    private void reload(Ledger.Entry entry) {
        if (entry.kind().equals(REVOKED)) {
            forget(entry.filing());
        } else {
            Map<String, String> details = entry.details();
            keep(new Grant(
                    entry.filing(),
                    details.get("access"),
                    Instant.parse(details.get("expires")),
                    details.get("refresh"),
                    life));
        }
    }

    private void keep(Grant grant) {
        Instant now = clock.instant();
        byAccess.values().removeIf(old -> !now.isBefore(old.expires()));
        byAccount.put(grant.account(), grant);
        byAccess.put(grant.access(), grant);
    }

    private void forget(String account) {
        byAccount.remove(account);
        byAccess.values().removeIf(grant -> grant.account().equals(account));
    }

    private String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
