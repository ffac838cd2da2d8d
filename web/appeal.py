"""The citizen's pages of appeals: what is wanted, to whom, in what words, the check; a complaint from any case; each appeal."""

from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.context import Context
from api.execution import Answer
from models import clock
from web import alone, desk, enclosure, language, render
from web.document import Document, NotSignedIn, load
from web.form import Form
from web.page import Action, Page, action, page
from web.signed_out import to_sign_in

NEW, CASE, COMPLAIN = "/appeals/new", "/appeals/{id}", "/appeals/complain/{id}"
PATIENT, BODY, WORDS, ANSWER, CHECK = f"{NEW}/patient", f"{NEW}/body", f"{NEW}/words", f"{NEW}/answer", f"{NEW}/check"
STEPS = {"patient": PATIENT, "body": BODY, "words": WORDS, "answer": ANSWER}
Data = dict[str, Any]
Problems = list[dict[str, Any]]


def _document(name: str) -> Document:
    return load((render.FOLDER,), name, None)


_DRAFT, _KIND, _WORDS, _ANSWER = map(_document, ("appeal/draft", "appeal/kind", "appeal/words", "appeal/answer"))
_SAVE_KIND, _SAVE_WORDS = map(_document, ("appeal/save_kind", "appeal/save_words"))
_SAVE_ANSWER, _SAVE_ESSENCE = map(_document, ("appeal/save_answer", "appeal/save_essence"))
_CHECK, _ASK_APPEAL, _ASK_COMPLAINT = map(_document, ("appeal/check", "appeal/ask_appeal", "appeal/ask_complaint"))
_COMPLAIN, _PREPARE = map(_document, ("appeal/complain", "appeal/prepare"))
_UNFINISHED, _DISCARD = map(_document, ("appeal/unfinished", "appeal/discard"))
_UPLOAD, _REMOVE = map(_document, ("appeal/upload", "appeal/remove"))
_CORRECT, _DO_CORRECT = map(_document, ("appeal/correct", "appeal/do_correct"))


async def _sent(document: Document, form: Form, told: Context) -> tuple[Answer, Problems]:
    """A form sent by a document: its answer, and what is wrong with it."""
    variables, faults = document.read(form)
    if faults:
        return Answer(), [desk.of_fault(one, told) for one in faults]
    answer = await document.ask(variables, told)
    return answer, answer.problems


async def _unfinished(told: Context) -> Data:
    return dict((await _DRAFT.page_data(Form(), told))["appealDraft"])


def _typed(draft: Data) -> bool:
    """Whether an unfinished appeal holds something that nobody may throw away unasked."""
    return bool(draft["essence"].strip() or draft["files"])


def _onward(form: Form, otherwise: str) -> str:
    return language.own_path(form.last("then")) or otherwise


def _shown(path: str, show: Any) -> list[Route]:
    """A page that a function shows; a stranger signs in first."""

    async def answer(request: Request) -> Response:
        try:
            found: Response = await show(request, await alone.told(request))
        except NotSignedIn:
            return to_sign_in(request)
        return found

    return alone.in_languages(path, answer)



async def kind(request: Request, told: Context) -> Response:
    """The first question; a complaint prepared from a case and not finished is finished or thrown away first."""
    if (await _unfinished(told))["about"]:
        data = await _UNFINISHED.page_data(Form(), told)
        return await alone.shown(request, "appeal/unfinished", NEW, data=data)
    return await _kind(request, told)


async def _kind(request: Request, told: Context, status: int = 200, **values: object) -> Response:
    data = await _KIND.page_data(Form(), told)
    return await alone.shown(request, "appeal/kind", NEW, status, data=data, **values)


async def answer_kind(request: Request, form: Form, told: Context) -> Response:
    """What is wanted; then for whom, where the person represents somebody, or to which body."""
    if not form.last("kind"):
        return await _kind(request, told, 422, form=form.values, problems=[desk.said("appeal.kind.choose", told, "kind")])
    _, problems = await _sent(_SAVE_KIND, form, told)
    if problems:
        return await _kind(request, told, 422, form=form.values, problems=problems)
    me = (await _DRAFT.page_data(Form(), told))["me"]
    represents = any(one["represented"]["right"] for one in me["represents"])
    return desk.to(request, _onward(form, PATIENT if represents else BODY))


async def words(request: Request, told: Context) -> Response:
    """The essence, about what and whom, since when known, and the files."""
    return await _words(request, told)


async def _words(request: Request, told: Context, status: int = 200, **values: object) -> Response:
    data = await _WORDS.page_data(Form(), told)
    return await alone.shown(request, "appeal/words", WORDS, status, data=data, **values)


async def answer_words(request: Request, form: Form, told: Context) -> Response:
    """Whatever key is pressed, what was typed is kept and chosen files are taken; only "continue" asks whether something is missing."""
    draft = await _unfinished(told)
    answer, problems = await _sent(_SAVE_WORDS, form, told)
    problems += (await enclosure.kept(form, "content", told, draft["patient"]["id"]))[1]
    if form.last("remove"):
        problems += (await _REMOVE.ask({"id": form.last("remove")}, told)).problems
    stays = bool(form.last("remove") or form.last("stay"))
    if not (problems or stays):
        problems = _lacking((answer.data or {})["saveAppealDraft"]["appealDraft"], form, told)
    if problems:
        return await _words(request, told, 422, form=form.values, problems=problems)
    then = form.last("then")
    return desk.to(request, f"{WORDS}{f'?then={quote(then)}' if then else ''}#files" if stays else _onward(form, ANSWER))


def _lacking(kept: Data, form: Form, told: Context) -> Problems:
    """What the words still lack. When a person learnt of an act, and why a complaint comes late, is asked and not demanded: it is
    accepted all the same (APPC, 64; 92)."""
    found = [] if kept["essence"] else [desk.said("appeal.words.essence_missing", told, "essence")]
    if kept["learnedOn"] and kept["learnedOn"] > clock.today().isoformat():
        found.append(desk.said("appeal.words.learned_later", told, "learnedOn"))
    if kept["isComplaint"] and kept["late"] and not (kept["restoreTerm"] or form.last("lateAsked")):
        found.append(desk.said("appeal.words.late_ask", told, "restoreTerm"))
    return found


async def answer_answer(request: Request, form: Form, told: Context) -> Response:
    """How the answer is wanted, and the postal address that the law asks for (APPC, article 63)."""
    _, problems = await _sent(_SAVE_ANSWER, form, told)
    if not form.last("postalAddress").strip():
        problems.append(desk.said("appeal.answer.address_missing", told, "postalAddress"))
    if problems:
        data = await _ANSWER.page_data(Form(), told)
        return await alone.shown(request, "appeal/answer", ANSWER, 422, data=data, form=form.values, problems=problems)
    return desk.to(request, _onward(form, CHECK))


async def check(request: Request, told: Context) -> Response:
    """All answers, to whom they go, and the clock with its paragraph."""
    return await _check(request, told)


async def _check(request: Request, told: Context, status: int = 200, **values: object) -> Response:
    data = await _CHECK.page_data(Form(), told)
    return await alone.shown(request, "appeal/check", CHECK, status, data=data, missing=_missing(data["appealDraft"], told), **values)


def _missing(draft: Data, told: Context) -> list[tuple[str, str]]:
    """The questions without an answer, each with its step; the essence of a prepared complaint is typed on the page itself."""
    prepared = draft["about"] is not None
    lacks = {
        "kind": not draft["kind"], "body": not prepared and draft["clinic"] is None, "essence": not (prepared or draft["essence"]),
        "address": not draft["postalAddress"],
    }  # fmt: skip
    steps = {"kind": "", "body": "body", "essence": "words", "address": "answer"}
    return [(steps[name], desk.said(f"appeal.check.no_{name}", told, name)["message"]) for name, so in lacks.items() if so]


async def ask(request: Request, form: Form, told: Context) -> Response:
    """To the page where it is signed. What was typed into a prepared complaint is kept first, wherever the key that was pressed leads."""
    draft = (await _CHECK.page_data(Form(), told))["appealDraft"]
    problems = await _kept_essence(draft, form, told) if draft["about"] else []
    if not problems and form.last("change") in STEPS:
        return desk.to(request, f"{STEPS[form.last('change')]}?then={CHECK}")
    if _missing(draft, told) or (not problems and draft["key"] != request.path_params["key"]):
        return desk.to(request, CHECK)
    document = _ASK_COMPLAINT if draft["about"] else _ASK_APPEAL
    answer = Answer() if problems else await document.ask({"input": _input(draft)}, told)
    problems += answer.problems
    if problems:
        return await _check(request, told, 422, form=form.values, problems=problems)
    asked = (answer.data or {})["requestSignature"]["signatureRequest"]["id"]
    return desk.to(request, f"/sign/{asked}?key={quote(draft['key'], safe='')}")


async def _kept_essence(draft: Data, form: Form, told: Context) -> Problems:
    """Keep the essence typed on the check page; a complaint without any cannot be signed."""
    _, problems = await _sent(_SAVE_ESSENCE, form, told)
    draft["essence"] = form.last("essence").replace("\r\n", "\n").strip()
    if draft["essence"] or form.last("change"):
        return problems
    return [*problems, desk.said("appeal.words.essence_missing", told, "essence")]


def _input(draft: Data) -> Data:
    """The draft as the input of its act: what is empty is left out, so that the form of the sign page sends exactly what is signed."""
    doctors = {one["id"] for one in draft["clinic"]["doctors"]}
    given = {
        "idempotencyKey": draft["key"], "patient": draft["patient"]["id"], "essence": draft["essence"], "subject": draft["subject"],
        "postalAddress": draft["postalAddress"], "phone": draft["phone"], "answerBy": draft["answerBy"], "language": draft["language"],
        "files": [one["id"] for one in draft["files"]], "accused": [one["id"] for one in draft["accused"] if one["id"] in doctors],
        "complainedOf": draft["complainedOf"], "learnedOn": draft["learnedOn"] if draft["isComplaint"] else None,
        "restoreTerm": draft["restoreTerm"] if draft["isComplaint"] and draft["late"] else None, "crime": draft["crime"],
    }  # fmt: skip
    whither = {"kind": draft["kind"], "clinic": draft["clinic"]["id"], "toAuthority": draft["toAuthority"]}
    whole = given | ({"about": draft["about"]["id"]} if draft["about"] else whither)
    return {name: value for name, value in whole.items() if value not in ("", None)}


async def discard(request: Request, form: Form, told: Context) -> Response:
    """Forget the unfinished appeal and its files; another one that was begun meanwhile stays."""
    draft = await _unfinished(told)
    if draft["key"] == request.path_params["key"]:
        await _forget_files(draft, told)
    await _DISCARD.ask({"key": request.path_params["key"]}, told)
    return desk.to(request, _onward(form, "/appeals/about?discarded"))


async def _forget_files(draft: Data, told: Context) -> None:
    for one in draft["files"]:
        await _REMOVE.ask({"id": one["id"]}, told)


async def complain(request: Request, told: Context) -> Response:
    """What would be complained about; where another appeal is unfinished, whether to finish or to replace it."""
    data = await _complainable(request, told)
    draft = data["appealDraft"]
    other = _typed(draft) and (draft["about"] or {}).get("id") != data["node"]["id"]
    path = COMPLAIN.format(**request.path_params)
    return await alone.shown(request, "appeal/complain", path, data=data, unfinished=other)


async def _complainable(request: Request, told: Context) -> Data:
    """The case and the unfinished appeal; no page about what is absent, hidden, or left to the court alone."""
    data = await _COMPLAIN.page_data(Form({"id": [request.path_params["id"]]}), told)
    if not data["node"].get("complaintOpen"):
        raise HTTPException(404)
    return data


async def prepare(request: Request, form: Form, told: Context) -> Response:
    """One press on a case: the complaint is prepared and shown whole. Something else that was typed is never replaced unasked."""
    data = await _complainable(request, told)
    draft, about = data["appealDraft"], data["node"]["id"]
    if (draft["about"] or {}).get("id") != about:
        if _typed(draft) and not form.last("replace"):
            return desk.to(request, COMPLAIN.format(id=about))
        await _forget_files(draft, told)
        if (await _PREPARE.ask({"about": about}, told)).problems:
            raise HTTPException(404)
    return desk.to(request, CHECK)


async def correct(request: Request, told: Context) -> Response:
    """What is missing in an appeal, and the form that gives it."""
    return await _correct(request, told, [])


async def _correct(request: Request, told: Context, files: list[str], status: int = 200, **values: object) -> Response:
    data = await _CORRECT.page_data(Form({"id": [request.path_params["id"]]}), told)
    kept = [one for one in data["appealDraft"]["files"] if one["id"] in files]
    path = f"{CASE}/correct".format(**request.path_params)
    return await alone.shown(request, "appeal/correct", path, status, data=data, uploaded=kept, **values)


async def do_correct(request: Request, form: Form, told: Context) -> Response:
    """Words, files, the address that was asked for, or all of them. Files that were taken stay ticked when something else is wrong,
    since a browser does not give them back."""
    case = (await _CORRECT.page_data(Form({"id": [request.path_params["id"]]}), told))["appeal"]
    fresh, problems = await enclosure.kept(form, "content", told, case["patient"]["id"])
    files = [*form.values.get("files", []), *(one["id"] for one in fresh)]
    if not (files or problems or any(form.last(name).strip() for name in ("words", "postalAddress"))):
        problems = [desk.said("appeal.correct.missing", told, "words")]
    if not problems:
        typed = {name: form.values.get(name, []) for name in ("idempotencyKey", "words", "postalAddress")}
        given = typed | {"id": [case["id"]], "files": files}
        problems = (await _sent(_DO_CORRECT, Form(given), told))[1]
    if problems:
        return await _correct(request, told, files, 422, form=form.values | {"files": files}, problems=problems)
    return desk.to(request, f"/appeals/{case['id']}?corrected")


PAGES: list[Page | Action] = [
    page("/appeals/about", "appeal/about", public=True),
    page(PATIENT, "appeal/patient"),
    action(PATIENT, "appeal/save_patient", shows="appeal/patient", then=BODY, returns=True),
    page(BODY, "appeal/body"),
    action(BODY, "appeal/save_body", shows="appeal/body", then=WORDS, returns=True),
    page(ANSWER, "appeal/answer"),
    page("/appeals", "appeal/list"),
    page(CASE, "appeal/show"),
    page(f"{CASE}/receipt", "appeal/receipt"),
    page(f"{CASE}/object", "appeal/object"),
    action(f"{CASE}/object", "appeal/do_object", shows="appeal/object", then=f"{CASE}?objected"),
    page(f"{CASE}/withdraw", "appeal/withdraw"),
    action(f"{CASE}/withdraw", "appeal/do_withdraw", shows="appeal/withdraw", then=f"{CASE}?withdrawn"),
]

FILES = [
    *_shown(NEW, kind),
    *_shown(WORDS, words),
    *_shown(CHECK, check),
    *_shown(COMPLAIN, complain),
    *_shown(f"{CASE}/correct", correct),
    desk.posted(NEW, NEW, answer_kind)[0],
    desk.posted(WORDS, WORDS, answer_words)[0],
    desk.posted(ANSWER, ANSWER, answer_answer)[0],
    desk.posted(COMPLAIN, COMPLAIN, prepare)[0],
    desk.posted(f"{CASE}/correct", f"{CASE}/correct", do_correct)[0],
    *desk.posted(f"{NEW}/ask/{{key}}", CHECK, ask),
    *desk.posted(f"{NEW}/discard/{{key}}", CHECK, discard),
]
