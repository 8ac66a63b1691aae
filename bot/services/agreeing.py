"""What a member is being asked about an agreement, and where they go on after it."""

from dataclasses import replace

from bot.core.agreement import Agreement, AgreementStatus, Field
from bot.core.record import Doing, Membership
from bot.core.rhythm import CheckInStatus
from bot.services.agreements import changeable
from bot.services.check_in import begin_check_in
from bot.services.ports import Desk
from bot.services.refusals import Refusal


def ask_about(desk: Desk, part: Membership, agreement: Agreement, field: Field | None) -> None:
    """Ask a part of an agreement, or all of it. Whoever is in a check-in comes back to it."""
    back = part.doing if part.doing is Doing.CHECKING_IN else _back(part)
    about = f"{agreement.id}/{field or ''}/{back}"
    desk.record.memberships.put(replace(part, doing=Doing.AGREEING, about=about))


def asked_about(desk: Desk, part: Membership) -> tuple[Agreement, Field | None]:
    """The agreement that is asked about, and which part of it. Refusal "agreement_gone"."""
    if part.doing is not Doing.AGREEING:
        raise Refusal("agreement_gone")
    id, field, _ = _split(part)
    return changeable(desk, part, id), Field(field) if field else None


def stop_asking(desk: Desk, part: Membership) -> None:
    """Ask no more about an agreement: one that was never settled goes, and the check-in from which
    it came goes on."""
    if part.doing is not Doing.AGREEING:
        return
    drop_draft(desk, part)
    desk.record.memberships.put(replace(part, doing=Doing.NOTHING, about=None))
    if _back(part) == Doing.CHECKING_IN:
        _back_to_check_in(desk, part)


def drop_draft(desk: Desk, part: Membership) -> None:
    """An agreement that was never settled goes."""
    desk.record.agreements.remove(case=part.case, made_by=part.id, status=AgreementStatus.DRAFT)


def _back_to_check_in(desk: Desk, part: Membership) -> None:
    found = desk.record.check_ins.find(membership=part.id, status=CheckInStatus.UNDER_WAY)
    person = desk.record.people.get(part.person)
    if found and person:
        begin_check_in(desk, person, found[-1].id)


def _back(part: Membership) -> str:
    return _split(part)[2] if part.doing is Doing.AGREEING else ""


def _split(part: Membership) -> tuple[str, str, str]:
    id, _, rest = (part.about or "").partition("/")
    field, _, back = rest.partition("/")
    return id, field, back
