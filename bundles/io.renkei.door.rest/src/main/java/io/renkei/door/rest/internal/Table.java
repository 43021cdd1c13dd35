package io.renkei.door.rest.internal;

import java.time.Clock;
import java.util.List;

/** Wires the routes to their handlers, in the order of openapi.yaml. */
final class Table {

    private Table() {}

    static Routes of(Ports ports, Clock clock) {
        Submissions submissions = new Submissions(ports::intake);
        Applications applications = new Applications(ports);
        FollowUps followUps = new FollowUps(ports::corrections);
        Inbox inbox = new Inbox(ports, clock);
        Announcements announcements = new Announcements(ports, clock);
        PersonalInbox personal = new PersonalInbox(ports, clock);
        MinistryPayments ministryPayments = new MinistryPayments(ports);
        Payments payments = new Payments(ports);
        InboxReaders readers = new InboxReaders(ports, clock);
        CompanyRecords records = new CompanyRecords(ports);
        AgencyReferences references = new AgencyReferences(ports, clock);
        Openings openings = new Openings(ports, clock);
        About about = new About(ports);
        return new Routes(List.of(
                new Route("POST", "/v1/applications", Access.SUBMIT, submissions::submit),
                new Route("GET", "/v1/applications", Access.READ, applications::list),
                new Route("GET", "/v1/applications/{number}", Access.READ, applications::show),
                new Route("GET", "/v1/applications/{number}/receipt", Access.READ, applications::receipt),
                new Route(
                        "POST",
                        "/v1/applications/{number}/filings/{sequence}/corrections",
                        Access.SUBMIT,
                        followUps::correct),
                new Route(
                        "POST",
                        "/v1/applications/{number}/filings/{sequence}/withdrawal",
                        Access.SUBMIT,
                        followUps::withdraw),
                new Route("POST", "/v1/checks", Access.SUBMIT, submissions::check),
                new Route("GET", "/v1/notices", Access.READ, inbox::list),
                new Route("POST", "/v1/notices/search", Access.READ, inbox::search),
                new Route("POST", "/v1/notices/readers", Access.SUBMIT, readers::toOwn),
                new Route("GET", "/v1/notices/{id}", Access.READ, inbox::show),
                new Route("GET", "/v1/notices/{id}/document", Access.READ, inbox::document),
                new Route("GET", "/v1/notices/{id}/evidence", Access.READ, inbox::evidence),
                new Route("PUT", "/v1/notices/{id}/read", Access.READ, inbox::markRead),
                new Route("DELETE", "/v1/notices/{id}/read", Access.READ, inbox::markUnread),
                new Route("GET", "/v1/payments", Access.READ, payments::list),
                new Route("GET", "/v1/payments/{id}", Access.READ, payments::show),
                new Route("POST", "/v1/submissions", Access.SUBMIT, records::record),
                new Route("GET", "/v1/submissions", Access.READ, records::list),
                new Route("GET", "/v1/submissions/{number}", Access.READ, records::show),
                new Route("GET", "/v1/submissions/{number}/receipt", Access.READ, records::receipt),
                new Route("GET", "/v1/submissions/{number}/accesses", Access.READ, records::accesses),
                new Route("DELETE", "/v1/submissions/{number}/permissions", Access.SUBMIT, records::revokeAll),
                new Route(
                        "DELETE", "/v1/submissions/{number}/permissions/{destination}", Access.SUBMIT, records::revoke),
                new Route("PUT", "/v1/delegations/{destination}", Access.SUBMIT, new Delegations(ports, clock)::put),
                new Route(
                        "POST",
                        "/v1/ministry/{destination}/notices",
                        Access.DELIVER,
                        new MinistryNotices(ports::receiver)::receive),
                new Route(
                        "GET",
                        "/v1/ministry/{destination}/notices/expired",
                        Access.DELIVER,
                        new ExpiredNotices(ports)::list),
                new Route("POST", "/v1/ministry/{destination}/announcements", Access.DELIVER, announcements::announce),
                new Route("GET", "/v1/ministry/{destination}/announcements/{id}", Access.DELIVER, announcements::show),
                new Route(
                        "DELETE",
                        "/v1/ministry/{destination}/announcements/{id}",
                        Access.DELIVER,
                        announcements::withdraw),
                new Route("POST", "/v1/ministry/{destination}/payments", Access.DELIVER, ministryPayments::request),
                new Route("GET", "/v1/ministry/{destination}/payments/{id}", Access.DELIVER, ministryPayments::show),
                new Route(
                        "PUT", "/v1/ministry/{destination}/payments/{id}/paid", Access.DELIVER, ministryPayments::paid),
                new Route(
                        "PUT",
                        "/v1/ministry/{destination}/payments/{id}/cancelled",
                        Access.DELIVER,
                        ministryPayments::cancelled),
                new Route("GET", "/v1/ministry/{destination}/submissions", Access.DELIVER, references::news),
                new Route("GET", "/v1/ministry/{destination}/submissions/{number}", Access.DELIVER, references::show),
                new Route(
                        "GET",
                        "/v1/ministry/{destination}/submissions/{number}/objects/{object}",
                        Access.DELIVER,
                        references::object),
                new Route("PUT", "/v1/deliveries/{id}/opened", Access.REPORT, openings::put),
                new Route("GET", "/v1/inboxes/{inbox}/announcements", Access.SHOW, personal::list),
                new Route("GET", "/v1/inboxes/{inbox}/announcements/{id}", Access.SHOW, personal::show),
                new Route("PUT", "/v1/inboxes/{inbox}/announcements/{id}/read", Access.SHOW, personal::markRead),
                new Route("DELETE", "/v1/inboxes/{inbox}/announcements/{id}/read", Access.SHOW, personal::markUnread),
                new Route("POST", "/v1/inboxes/{inbox}/readers", Access.SHOW, readers::toPerson),
                new Route("PUT", "/v1/inboxes/{inbox}/applications/{number}", Access.SHOW, readers::place),
                new Route("GET", "/v1/jwks", Access.PARTNER, about::keys),
                new Route("GET", "/v1/openapi.yaml", Access.PARTNER, about::contract),
                new Route("GET", "/v1/health", Access.PARTNER, about::health)));
    }
}
